// Writes the public surface of each entry in src/ to api/<entry>.api.md. With --check it fails if a report in git differs.
// In both modes it fails if the surface uses a type that no entry exports, if an export or a public method has no
// docstring, or if a docstring is not valid TSDoc.
// It emits its own declarations, file by file, because the bundled ones have chunk names that change with each build.
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from "@microsoft/api-extractor";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "..");
const reports = join(root, "api");
const isCheck = process.argv.includes("--check");
const entries = readdirSync(join(root, "src"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));
const { compilerOptions } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)).config as {
  readonly compilerOptions: Readonly<Record<string, unknown>>;
};

const work = mkdtempSync(join(tmpdir(), "api-report-"));
try {
  const problems = problemsOfReports();
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true });
}

function problemsOfReports(): readonly string[] {
  mkdirSync(reports, { recursive: true });
  copyFileSync(join(root, "package.json"), join(work, "package.json"));
  symlinkSync(join(root, "node_modules"), join(work, "node_modules"), "junction");
  const exported = emitDeclarations();
  const files = entries.map((entry) => join(work, `${entry}.d.ts`));
  const configs = entries.map((entry) => ({ entry, config: configOf(entry, files) }));
  const [first] = configs;
  if (first === undefined) return ["src/ has no entry."];

  // All entries share one compiler state: creating it takes longer than all reports.
  const compilerState = CompilerState.create(first.config, { additionalEntryPoints: files });
  const problems = configs.flatMap(({ entry, config }) => problemsOfReport(entry, config, compilerState, exported));
  return [...new Set([...problems, ...problemsOfOldReports()])];
}

function problemsOfReport(
  entry: string,
  config: ExtractorConfig,
  compilerState: CompilerState,
  exported: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = [];
  const result = Extractor.invoke(config, {
    compilerState,
    localBuild: !isCheck,
    messageCallback: (message) => {
      const problem = problemIn(message, exported);
      if (problem !== null) problems.push(problem);
      message.handled = true;
    },
  });
  if (isCheck && result.apiReportChanged)
    problems.push(
      `The surface of src/${entry}.ts differs from api/${entry}.api.md. Run "npm run api" and review the diff.`,
    );
  return problems;
}

function problemIn(message: ExtractorMessage, exported: ReadonlySet<string>): string | null {
  const { messageId, text, sourceFilePath, sourceFileLine, logLevel } = message;
  if (logLevel !== ExtractorLogLevel.Error || messageId.startsWith("console-")) return null;
  // api-extractor sees one entry at a time, but callers can also name a type that another entry exports.
  if (messageId === "ae-forgotten-export" && exported.has(/"(.+?)"/.exec(text)?.[1] ?? "")) return null;
  if (sourceFilePath === undefined) return `${messageId}: ${text}`;
  const line = readFileSync(sourceFilePath, "utf8").split("\n")[(sourceFileLine ?? 1) - 1] ?? "";
  // Fields need no docstring, because their names can say enough.
  if (messageId === "ae-undocumented" && line.startsWith(" ") && !line.includes("(")) return null;
  const file = sourceFilePath
    .replaceAll("\\", "/")
    .split("/api-report-")[1]
    ?.replace(/^\w+\//, "src/");
  return `${file?.replace(/\.d\.ts$/, ".ts") ?? sourceFilePath}: ${messageId}: ${text} (${line.trim()})`;
}

function problemsOfOldReports(): readonly string[] {
  const old = readdirSync(reports).filter((file) => !entries.includes(file.replace(/\.api\.md$/, "")));
  if (isCheck) return old.map((file) => `api/${file} belongs to no entry. Run "npm run api".`);
  for (const file of old) rmSync(join(reports, file));
  return [];
}

/** Returns the names that the entries export. */
function emitDeclarations(): ReadonlySet<string> {
  const source = join(root, "src");
  const roots = entries.map((entry) => join(source, `${entry}.ts`));
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...compilerOptions, noEmit: false, emitDeclarationOnly: true, declaration: true, noCheck: true },
    root,
  );
  const program = ts.createProgram(roots, { ...options, outDir: work, rootDir: source });
  program.emit();
  const checker = program.getTypeChecker();
  const modules = roots
    .map((file) => program.getSourceFile(file))
    .map((file) => file && checker.getSymbolAtLocation(file))
    .filter((module) => module !== undefined);
  return new Set(modules.flatMap((module) => checker.getExportsOfModule(module).map(({ name }) => name)));
}

function configOf(entry: string, files: readonly string[]): ExtractorConfig {
  const { paths: _, ...options } = compilerOptions;
  const error = { logLevel: ExtractorLogLevel.Error };
  const none = { logLevel: ExtractorLogLevel.None };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: work,
      mainEntryPointFilePath: join(work, `${entry}.d.ts`),
      compiler: { overrideTsconfig: { compilerOptions: { ...options, skipLibCheck: true }, files } },
      newlineKind: "lf",
      apiReport: { enabled: true, reportFileName: entry, reportFolder: reports, reportTempFolder: join(work, "temp") },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: error },
        // Everything that an entry exports is public, so no release tag has to say so.
        extractorMessageReporting: { default: error, "ae-missing-release-tag": none },
        tsdocMessageReporting: { default: error },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(work, "package.json"),
  });
}
