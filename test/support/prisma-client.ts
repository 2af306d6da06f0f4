import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The parts of a Prisma client and its transactions that the tests use. */
export interface PrismaClient extends PrismaTransaction {
  $transaction<Value>(
    work: (transaction: PrismaTransaction) => Promise<Value>,
    options: { readonly maxWait: number; readonly timeout: number },
  ): Promise<Value>;
  $disconnect(): Promise<void>;
}

export interface PrismaTransaction {
  $queryRawUnsafe(text: string, ...values: unknown[]): Promise<readonly unknown[]>;
}

const version = "7.10.0";

const schema = `generator client {
  provider = "prisma-client"
  output   = "./generated"
}
datasource db {
  provider = "postgresql"
}
model Note {
  id Int @id
}
`;

/** Installs Prisma into its own folder, because it is larger than all other dependencies, and generates a client. */
export function installPrisma(): {
  readonly connect: (connectionString: string) => Promise<PrismaClient>;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "workspace-roster-prisma-"));
  const run = (command: string, ...given: string[]): void => {
    // Generating would download an engine that only other generators use; any program does instead.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
    execFileSync(command, given, { cwd: folder, env, stdio: "pipe" });
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(folder, "schema.prisma"), schema);
  writeFileSync(join(folder, "prisma.config.ts"), `export default { schema: "schema.prisma" };\n`);
  const packages = ["prisma", "@prisma/client", "@prisma/adapter-pg"].map((name) => `${name}@${version}`);
  run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages);
  run("npx", "prisma", "generate");

  return {
    async connect(connectionString) {
      const imported = (path: string): Promise<unknown> => import(pathToFileURL(join(folder, path)).href);
      const { PrismaClient: Client } = (await imported("generated/client.ts")) as {
        readonly PrismaClient: new (options: { readonly adapter: unknown }) => PrismaClient;
      };
      const { PrismaPg } = (await imported("node_modules/@prisma/adapter-pg/dist/index.mjs")) as {
        readonly PrismaPg: new (options: { readonly connectionString: string }) => unknown;
      };
      return new Client({ adapter: new PrismaPg({ connectionString }) });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
