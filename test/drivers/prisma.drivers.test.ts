import { afterAll, beforeAll, describe, inject } from "vitest";
import type { PostgresClient } from "../../src/postgres.ts";
import { hostTransactionHarness } from "../support/host-transaction.ts";
import { installPrisma, type PrismaClient, type PrismaTransaction } from "../support/prisma-client.ts";
import type { PostgresHarness } from "../support/storage/postgres.ts";
import { runStorageCases } from "../support/storage/suite.ts";

const connectionString = inject("postgresUrl");

// #region prisma
const clientOf = (prisma: PrismaTransaction): PostgresClient => ({
  query: async (text, values) => ({ rows: await prisma.$queryRawUnsafe(text, ...values) }),
});
// #endregion

describe.skipIf(connectionString === null)("Prisma", () => {
  let installed: ReturnType<typeof installPrisma>;
  let prisma: PrismaClient;
  let harness: PostgresHarness;

  beforeAll(async () => {
    installed = installPrisma();
    prisma = await installed.connect(connectionString ?? "");
    const timeout = { maxWait: 60_000, timeout: 60_000 };
    harness = hostTransactionHarness(clientOf(prisma), (work) =>
      prisma.$transaction((transaction) => work(clientOf(transaction)), timeout),
    );
  }, 300_000);

  afterAll(async () => {
    await harness.dispose();
    await prisma.$disconnect();
    installed.remove();
  });

  runStorageCases("Prisma inside a transaction of the host", { open: () => harness.open() });
});
