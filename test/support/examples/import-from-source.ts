// Preloaded into an example (`node --import`), so that it imports `workspace-roster` from the source and needs no build.
import { registerHooks } from "node:module";

const packageName = "workspace-roster";

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isOurs = specifier === packageName || specifier.startsWith(`${packageName}/`);
    if (!isOurs) return nextResolve(specifier, context);
    const entry = specifier.slice(packageName.length + 1) || "index";
    return nextResolve(new URL(`../../../src/${entry}.ts`, import.meta.url).href, context);
  },
});
