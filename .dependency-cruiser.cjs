/** @typedef {[folder: string, comment: string, others?: string[]][]} Folders */

/**
 * The folders of a layer from the inside out: each may import those before it and itself, and why no others.
 *
 * @type {Folders}
 */
const domainFolders = [
  ["values", "Ids, names and policies are what everything else is made of, so they know nothing else."],
  ["organization", "The organization is there before its workspaces, so its state and events do not know them."],
  ["workspace", "A workspace belongs to an organization; who is in it is told by role assignments."],
  ["role-assignment", "A role assignment is between a member and a workspace, and knows no other rule."],
  ["facts", "Facts are what a decision is made from; they hold the aggregates and judge nobody."],
  ["authority", "Who may do what is told from facts; a single command is none of its business."],
  ["decisions", "A decision is one command and may use everything inside; nothing in the domain uses a decision."],
];

/** @type {Folders} */
const applicationFolders = [
  [
    "ports",
    "What the application asks of its surroundings is the outermost promise, so it knows nothing of how it is used.",
  ],
  ["schemas", "Fields are shared by all inputs, so they know no command, no query and not the engine."],
  ["engine", "The engine runs every command and query alike, so it knows none of them by name."],
  ["feed", "The parts of the change feed know the engine they run on, and no other query."],
  ["commands", "A command is one file; it knows no other command and no query.", ["queries", "maintenance"]],
  ["queries", "A query is one file; it knows no command.", ["commands", "maintenance"]],
  ["maintenance", "A job for an operator knows no command and no query.", ["commands", "queries"]],
];

/**
 * One rule for each folder: it imports no folder that comes after it, and no file of the layer that is in no folder.
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
        "A file of the domain belongs to a folder whose place in the order is known, or no rule would hold for it.",
      severity: "error",
      from: {},
      to: {
        path: "^src/domain/",
        pathNot: `^src/domain/(${domainFolders.map(([name]) => name).join("|")})/`,
      },
    },
    {
      name: "application-has-known-folders",
      comment: "A folder of the application has a place in the order, or no rule would hold for it.",
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
        "An adapter stores bytes and never sees a business rule, so it imports the ports, the domain's types, its own folder, " +
        "adapters/sql and neverthrow; another adapter, a command, a query or a schema would make it more than that.",
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
        "The OpenTelemetry observer turns what one port tells into spans, so it imports that port, its own folder, the check of " +
        "options and the API that a host has anyway.",
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
        "A program runs the published contract as a test runner of a user would, so it imports that entry, its own folder and " +
        "Node's core modules: what it can do, every user can.",
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
        "The author of an adapter needs the port and what it stores, so that entry re-exports the ports and the domain's types only.",
      severity: "error",
      from: { path: "^src/storage\\.ts$" },
      to: {
        pathNot: ["^src/application/ports/", "^src/domain/(values|organization|workspace|role-assignment|facts)/"],
      },
    },
    {
      name: "subpath-re-exports-its-adapter",
      comment:
        "One subpath is one adapter or the contract, so an entry re-exports from the folder of its own name only.",
      severity: "error",
      from: { path: "^src/([a-z]+)[^/]*\\.ts$", pathNot: "^src/(index|storage)\\.ts$" },
      to: { pathNot: ["^src/adapters/$1/", "^src/$1/"] },
    },
    {
      name: "no-drivers",
      comment:
        "The host hands its driver in, so that we never choose its version; a driver is known by its structure only.",
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
      comment: "Files in a cycle can be understood and tested only together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that imports nothing and that nothing imports is dead.",
      severity: "error",
      from: { path: "^src/", orphan: true },
      to: {},
    },
    {
      name: "no-unresolvable",
      comment: "An import that cannot be resolved hides from every other rule.",
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
