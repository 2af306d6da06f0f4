import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tarball.ts";

const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly exports: object };
const subpaths = Object.keys(exports).filter((subpath) => subpath !== "./package.json");

/** The entries by the names of their files in `dist`, such as `index` and `postgres-migrations`. */
export const entries = subpaths.map((subpath) => subpath.slice(2).replaceAll("/", "-") || "index");

/** What a consumer can import without installing another package: all entries but OpenTelemetry's. */
export const importable = subpaths
  .filter((subpath) => subpath !== "./opentelemetry")
  .map((subpath) => `workspace-roster${subpath.slice(1)}`);
