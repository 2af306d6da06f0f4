import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { mustUseResult } from "./eslint/must-use-result.js";

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name: a default export can have a different name in every file that imports it.",
};

const noIdentity = "The CommonJS build copies shared code into every entry, so nothing may rely on identity: ";
const nothingByIdentity = [
  {
    selector: "BinaryExpression[operator='instanceof']",
    message: `${noIdentity}test a literal field such as \`code\` or \`kind\` instead of instanceof.`,
  },
  {
    selector: ":matches(ClassDeclaration, ClassExpression)",
    message: `${noIdentity}write a factory that returns plain data or closures instead of a class.`,
  },
  {
    selector: "CallExpression[callee.name='Symbol']",
    message: `${noIdentity}use a string key instead of a symbol.`,
  },
  {
    selector: "TSTypeOperator[operator='unique']",
    message: `${noIdentity}brand a type with a string key instead of a unique symbol.`,
  },
];

const pure = "The domain is pure, so that decisions can be tested and repeated from their facts alone: ";
const impureGlobals = Object.entries({
  Date: "take the time from `now` in the decision's context.",
  performance: "a decision does not measure time.",
  crypto: "take ids from the decision's context.",
  process: "it does not know the process in which it runs.",
  console: "return information in the decision instead.",
  fetch: "it does no I/O.",
  setTimeout: "it never waits.",
  setInterval: "it never waits.",
  setImmediate: "it never waits.",
  queueMicrotask: "it never waits.",
}).map(([name, reason]) => ({ name, message: pure + reason }));

export default defineConfig(
  { ignores: ["dist", "coverage", "reports", ".stryker-tmp"] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    // @ts-expect-error -- typescript-eslint types a rule with members that ESLint 10 no longer has.
    plugins: { local: { rules: { "must-use-result": mustUseResult } } },
    rules: {
      "local/must-use-result": "error",
      "no-restricted-syntax": ["error", noDefaultExport],
      eqeqeq: "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/consistent-type-exports": "error",
      // Switch over a union without `default`, so that a new member is a compile error in each place that forgot it.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        {
          allowDefaultCaseForExhaustiveSwitch: false,
          considerDefaultExhaustiveForUnions: false,
          requireDefaultForNonUnion: true,
        },
      ],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_$", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport, ...nothingByIdentity] },
  },
  {
    files: ["src/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        noDefaultExport,
        {
          selector: "Program > :not(ExportNamedDeclaration[source], ExportAllDeclaration)",
          message: "An entry file only re-exports, so that its content can be read at a glance.",
        },
      ],
    },
  },
  {
    files: ["src/domain/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", { globals: impureGlobals, checkGlobalObject: true }],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: `${pure}take random values from the decision's context.` },
      ],
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^node:", message: `${pure}a Node module would tie it to one runtime and allow I/O.` }] },
      ],
    },
  },
  {
    // These tools read their configuration from a default export.
    files: ["*.config.ts", "*.config.js"],
    rules: { "no-restricted-syntax": "off" },
  },
  { files: ["**/*.cjs"], languageOptions: { sourceType: "commonjs", globals: { module: "writable" } } },
);
