import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const seconds = 1_000;

/** One project per kind of test, chosen by the suffix of the file. A suffix nobody knows runs as a unit test, so that no file is lost. */
const kinds = {
  property: { suffix: "prop.test", timeout: 20 * seconds },
  contract: { suffix: "contract.test", timeout: 20 * seconds },
  concurrency: { suffix: "concurrency.test", timeout: 30 * seconds },
  docs: { suffix: "docs.test", timeout: 30 * seconds },
  drivers: { suffix: "drivers.test", timeout: 60 * seconds },
  fault: { suffix: "fault.test", timeout: 120 * seconds },
  hunt: { suffix: "hunt.test", timeout: 300 * seconds },
  package: { suffix: "package.test", timeout: 300 * seconds },
} as const;

/** They share one PostgreSQL server, which is started with the first of them. */
const withPostgres: readonly string[] = ["contract", "docs", "drivers"];

const suffixProjects = Object.entries(kinds).map(([name, { suffix, timeout }]): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: [`test/**/*.${suffix}.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
    globalSetup: withPostgres.includes(name) ? ["./test/support/postgres/global.ts"] : [],
  },
}));

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    retry: 0,
    // No test changes a module or a global, so the files of a worker share their imports: that halves the time.
    isolate: false,
    pool: "threads",
    // The default leaves one core of two idle.
    maxWorkers: "100%",
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text", "json-summary"] },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: Object.values(kinds).map(({ suffix }) => `test/**/*.${suffix}.ts`),
          testTimeout: 10 * seconds,
        },
      },
      {
        extends: true,
        test: {
          name: "types",
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ["test/**/*.test-d.ts"],
            tsconfig: "./test/types/tsconfig.json",
          },
        },
      },
      ...suffixProjects,
    ],
  },
});
