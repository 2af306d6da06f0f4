// Plain data, because the type declarations of tsup 9.0.0 do not compile without skipLibCheck.
// zod and neverthrow stay external because they are dependencies; tsup bundles whatever is not.
export default {
  entry: ["src/*.ts"],
  format: ["esm", "cjs"],
  target: "es2023",
  platform: "node",
  dts: true,
  sourcemap: true,
  minify: false,
  clean: true,
  silent: true,
};
