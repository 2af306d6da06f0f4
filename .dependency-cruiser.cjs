/** @typedef {[folder: string, comment: string, others?: string[]][]} Folders */

/**
 * The folders of a layer from the inside out. Each may import itself and those before it; the comment says why no others.
 *
 * @type {Folders}
 */
const domainFolders = [
  ["values", "Everything else is made of ids, names and policies, so they import nothing else."],
  ["organization", "An organization exists before its workspaces, so its state and events do not know them."],
  ["workspace", "A workspace belongs to an organization; role assignments say who is in it."],
  ["role-assignment", "A role assignment connects a member and a workspace; it knows no other rules."],
  ["facts", "Facts hold the aggregates from which decisions are made; they authorize nobody."],
  ["authority", "Authority is derived from facts for all commands alike; it knows no single command."],
  ["decisions", "A decision is one command and may use everything inside; nothing in the domain uses a decision."],
];

/** @type {Folders} */
const applicationFolders = [
  ["ports", "The ports say what the application needs from its surroundings, so they do not know how they are used."],
  ["schemas", "All inputs share these fields, so they know no command, no query and not the engine."],
  ["engine", "The engine runs all commands and queries alike, so it knows none of them by name."],
  ["feed", "The parts of the change feed know the engine on which they run, and no other query."],
  ["commands", "A command is one file; it knows no other command and no query.", ["queries", "maintenance"]],
  ["queries", "A query is one file; it knows no command.", ["commands", "maintenance"]],
  ["maintenance", "A job for an operator knows no command and no query.", ["commands", "queries"]],
];

/**
 * One rule for each folder: it imports no folder that comes after it, and no file at the top of the layer.
 *
 * @param {string} layer
 * @param {Folders} folders
 */
function inwardOnly(layer, folders) {
  return folders.map(([folder, comment, others = []], index) => {
    const outer = [...others, ...folders.slice(index + 1).map(([name]) => name)];
    return {
      name: `${layer}-${folder}-knows-what-is-inside`,
      comment,
      severity: "error",
      from: { path: `^src/${layer}/${folder}/` },
      to: { path: [`^src/${layer}/(${outer.join("|") || "nothing"})/`, `^src/${layer}/[^/]+$`] },
    };
  });
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...inwardOnly("domain", domainFolders),
    ...inwardOnly("application", applicationFolders),
    {
      name: "domain-has-known-folders",
      comment:
        "Each file of the domain must be in a folder with a known place in the order; otherwise no rule would apply to it.",
      severity: "error",
      from: {},
      to: {
        path: "^src/domain/",
        pathNot: `^src/domain/(${domainFolders.map(([name]) => name).join("|")})/`,
      },
    },
    {
      name: "application-has-known-folders",
      comment: "Each folder of the application must have a place in the order; otherwise no rule would apply to it.",
      severity: "error",
      from: {},
      to: {
        path: "^src/application/[^/]+/",
        pathNot: `^src/application/(${applicationFolders.map(([name]) => name).join("|")})/`,
      },
    },
    {
      name: "domain-knows-only-itself",
      comment:
        "The rules of the product must outlive every library and store, so the domain imports itself and neverthrow.",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { pathNot: ["^src/domain/", "(^|/)node_modules/neverthrow/"] },
    },
    {
      name: "application-knows-the-domain",
      comment:
        "The application asks for what it needs through its ports, so it imports the domain, itself, zod and neverthrow.",
      severity: "error",
      from: { path: "^src/application/" },
      to: { pathNot: ["^src/(domain|application)/", "(^|/)node_modules/(zod|neverthrow)/"] },
    },
    {
      name: "no-core-modules-inside",
      comment:
        "A Node core module would tie the domain and the application to one runtime and to I/O that no port controls.",
      severity: "error",
      from: { path: "^src/(domain|application)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "adapter-knows-the-ports",
      comment:
        "An adapter stores bytes and knows no business rules, so it imports the ports, the domain's types, its own folder, " +
        "adapters/sql and neverthrow, but no other adapter, command, query or schema.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/", pathNot: "^src/adapters/opentelemetry/" },
      to: {
        pathNot: [
          "^src/application/ports/",
          "^src/domain/",
          "^src/adapters/$1/",
          "^src/adapters/sql/",
          "(^|/)node_modules/neverthrow/",
        ],
      },
    },
    {
      name: "observer-knows-its-port",
      comment:
        "The OpenTelemetry observer turns the records of one port into spans, so it imports that port, its own folder, the " +
        "check of options and the OpenTelemetry API, which the host has anyway.",
      severity: "error",
      from: { path: "^src/adapters/opentelemetry/" },
      to: {
        pathNot: [
          "^src/application/ports/observer\\.ts$",
          "^src/adapters/opentelemetry/",
          "^src/domain/values/checked-option\\.ts$",
          "(^|/)node_modules/@opentelemetry/api/",
        ],
      },
    },
    {
      name: "contract-knows-no-adapter-and-no-runner",
      comment:
        "Adapter authors run the contract on their own store in their own test runner, so it imports the core, its own folder, " +
        "neverthrow and Node's assert, which every runtime has.",
      severity: "error",
      from: { path: "^src/testing/" },
      to: {
        pathNot: ["^src/(domain|application|testing)/", "(^|/)node_modules/neverthrow/", "^(node:)?assert(/strict)?$"],
      },
    },
    {
      name: "program-knows-what-everybody-knows",
      comment:
        "A program runs the published contract like a user's test runner, so it imports that entry, its own folder and Node's " +
        "core modules: every user can do the same.",
      severity: "error",
      from: { path: "^src/bin/" },
      to: { pathNot: ["^src/bin/", "^src/testing\\.ts$"], dependencyTypesNot: ["core"] },
    },
    {
      name: "index-re-exports-the-core",
      comment:
        "A host that brings its own store must not load one of ours, so the main entry re-exports domain and application only.",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: { pathNot: ["^src/(domain|application)/"] },
    },
    {
      name: "storage-re-exports-the-port",
      comment:
        "The author of an adapter needs the port and the stored types, so this entry re-exports only the ports and the domain's types.",
      severity: "error",
      from: { path: "^src/storage\\.ts$" },
      to: {
        pathNot: ["^src/application/ports/", "^src/domain/(values|organization|workspace|role-assignment|facts)/"],
      },
    },
    {
      name: "subpath-re-exports-its-adapter",
      comment:
        "A subpath is one adapter or the contract, so its entry re-exports only from the folder with the same name.",
      severity: "error",
      from: { path: "^src/([a-z]+)[^/]*\\.ts$", pathNot: "^src/(index|storage)\\.ts$" },
      to: { pathNot: ["^src/adapters/$1/", "^src/$1/"] },
    },
    {
      name: "no-drivers",
      comment:
        "The host passes in its driver, so that we never choose its version; adapters know only the structure of a driver.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        path: [
          "^(node:|bun:)?sqlite$",
          "(^|/)(@types/)?(better-sqlite3|libsql|sqlite3|sql\\.js|pg|postgres|mysql|mysql2|kysely|drizzle-orm)(/|$)",
          "(^|/)(@libsql|@electric-sql|@neondatabase|@prisma)/",
        ],
        pathNot: "^src/",
      },
    },
    {
      name: "no-dev-dependencies",
      comment: "A user does not install our devDependencies, so what ships must not import one, not even for a type.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["npm-peer"] },
    },
    {
      name: "no-cycles",
      comment: "Files in a cycle can only be understood and tested together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that imports nothing and that no file imports is dead code.",
      severity: "error",
      from: { path: "^src/", orphan: true },
      to: {},
    },
    {
      name: "no-unresolvable",
      comment: "No other rule can check an import that cannot be resolved.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    builtInModules: { add: ["bun:sqlite"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
