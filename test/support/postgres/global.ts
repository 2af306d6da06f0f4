import type { TestProject } from "vitest/node";
import { embeddedBinaries } from "./binaries.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connects to the PostgreSQL server of this run; null if there is none for this platform. */
    readonly postgresUrl: string | null;
  }
}

/** The server of this process: several projects of one run share it, and each has a copy of this module. */
interface Shared {
  server: Promise<PostgresServer> | null;
  users: number;
}

const key = "workspace-roster postgres";
const shared = ((globalThis as Record<string, unknown>)[key] ??= { server: null, users: 0 }) as Shared;

export async function setup(project: TestProject): Promise<void> {
  const binaries = await embeddedBinaries();
  if (binaries === null && process.env["CI"] !== undefined) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}, and CI must not skip its tests.`,
    );
  }
  if (binaries === null) {
    project.provide("postgresUrl", null);
    return;
  }
  shared.users += 1;
  shared.server ??= startPostgres(binaries, { settings: { max_connections: 200 } });
  project.provide("postgresUrl", (await shared.server).url());
}

export async function teardown(): Promise<void> {
  if (shared.server === null) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  const { server } = shared;
  shared.server = null;
  await (await server).remove();
}
