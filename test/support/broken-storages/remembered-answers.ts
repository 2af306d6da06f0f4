import { ResultAsync } from "neverthrow";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { Facts } from "../../../src/application/ports/need.ts";
import type { ListPage } from "../../../src/application/ports/queries.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, type ListName, roundTrip, withLoad, withReader } from "./broken-storage.ts";

export type Method = "load" | "events" | ListName;
type Answer = Facts | ListPage<unknown>;

/** Changes how one method gets its answers. `key` is the same for equal questions. */
type Fetch = (key: string, ask: () => Promise<Answer>) => Promise<Answer>;

function withFetch(storage: RosterStorage, method: Method, fetch: Fetch): RosterStorage {
  if (method === "load") {
    return withLoad(
      storage,
      async (id, need) => (await fetch(JSON.stringify([id, need]), () => valueOf(storage.load(id, need, {})))) as Facts,
    );
  }
  if (method === "events") {
    return {
      ...storage,
      events(id, after, limit, options) {
        const ask = () => valueOf(storage.events(id, after, limit, options));
        const answer = fetch(JSON.stringify([id, after, limit, options]), ask);
        return ResultAsync.fromSafePromise(answer as ReturnType<typeof ask>);
      },
    };
  }
  return withReader(storage, method, async (query, ask) => {
    const answer = await fetch(JSON.stringify(query), () => ask(query));
    return answer as Awaited<ReturnType<typeof ask>>;
  });
}

/** Remembers answers until a commit through this handle for which `clears` holds. With `rows`, only the rows. */
export function remembers(method: Method, clears: (batch: CommitBatch) => boolean, part?: "rows" | "facts"): Breaks {
  return (storage) => {
    const answers = new Map<string, Answer>();
    const cached = withFetch(storage, method, async (key, ask) => {
      const found = answers.get(key);
      if (found !== undefined && part === undefined) return found;
      const fresh = await ask();
      if (found === undefined) answers.set(key, fresh);
      if (found === undefined || part === undefined) return fresh;
      return { ...fresh, [part]: (found as ListPage<unknown>)[part] };
    });
    return {
      ...cached,
      commit(batch, options) {
        return storage.commit(batch, options).map((outcome) => {
          if (outcome.kind === "committed" && clears(batch)) answers.clear();
          return outcome;
        });
      },
    };
  };
}

/** Joins a question to an equal one that is still open. */
export function joins(method: Method): Breaks {
  return (storage) => {
    const open = new Map<string, Promise<Answer>>();
    return withFetch(storage, method, (key, ask) => {
      const answer =
        open.get(key) ??
        ask()
          .then(async (value) => {
            await roundTrip();
            await roundTrip();
            return value;
          })
          .finally(() => open.delete(key));
      open.set(key, answer);
      return answer;
    });
  };
}

/** Remembers only that nothing was found. */
export function remembersNothingFound(method: ListName | "events"): Breaks {
  return (storage) => {
    const empty = new Set<string>();
    return withFetch(storage, method, async (key, ask) => {
      const page = (await ask()) as ListPage<unknown>;
      if (page.rows.length === 0) empty.add(key);
      return empty.has(key) ? { ...page, rows: [] } : page;
    });
  };
}

/** Remembers which members, workspaces or assignments are absent. */
export function remembersAbsence(part: "members" | "workspaces" | "assignments"): Breaks {
  return (storage) => {
    const absent = new Set<string>();
    return withFetch(storage, "load", async (key, ask) => {
      const facts = (await ask()) as Facts;
      if (facts[part].length === 0) absent.add(key);
      return absent.has(key) ? { ...facts, [part]: [] } : facts;
    });
  };
}
