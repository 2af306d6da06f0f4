// The program runs the contract that everybody imports, so it leaves `workspace-roster/testing` to be found at run time.
// A config of its own, since nobody requires a program or reads its types.
export default {
  entry: ["src/bin/*.ts"],
  outDir: "dist/bin",
  format: ["esm"],
  target: "es2023",
  platform: "node",
  external: [/^workspace-roster\//],
  sourcemap: true,
  clean: false,
  silent: true,
};
