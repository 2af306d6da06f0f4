import { join } from "node:path";
import { root } from "./tarball.ts";

/** The compiler options of the strictest consumer, who checks the declarations of libraries too. */
export const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2023",
  module: "nodenext",
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
};
