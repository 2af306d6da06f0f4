import { nextTurn } from "../../../application/ports/timer.ts";
import { anOrganization } from "../../builders/records.ts";
import { replace } from "../../builders/writes.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { committed } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";
import type { View } from "../../questions/view.ts";
import { questions } from "./questions.ts";
import { answersOf, checkThrough, first, watchedStore } from "./watched-store.ts";

/** Whether the reads are started before the commit, with it, or while it is on its way. */
const starts = ["before", "with", "meanwhile"] as const;

export const openReadsCases = [
  storageCase(
    "staleness",
    "shows a commit to whoever asks after it, although the same questions were open during the commit",
    async (store) => {
      const watched = await watchedStore(store);
      const handles = [store.storage, store.second];
      const askAll = (asked: readonly View[]) => handles.map((handle) => answersOf(handle, asked));

      for (const [round, start] of [...starts, ...starts].entries()) {
        // Every other question in the first half of the rounds, and the others in the second.
        const asked = questions.filter((_, index) => index % 2 === Math.trunc(round / starts.length));
        const batch = watched.builder.next({
          writes: [
            replace.organization(anOrganization({ memberCount: round })),
            replace.member({ ...first.member, displayName: `Name ${round}` }),
            replace.workspace({ ...first.workspace, name: `Name ${round}` }),
            replace.assignment({ ...first.assignment, role: `role-${round}` }),
          ],
          newEvents: [memberAdded("ada")],
        });
        const open = start === "before" ? askAll(asked) : [];

        const commit = committed(round % 2 === 0 ? store.storage : store.second, batch);
        if (start === "meanwhile") await nextTurn();
        if (start !== "before") open.push(...askAll(asked));
        await commit;

        watched.follow(batch);
        await checkThrough(store, asked, watched.rows(), `commit with open questions, started ${start}`);
        await Promise.all(open);
      }
    },
  ),
];
