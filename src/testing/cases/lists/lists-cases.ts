import type { StorageCase } from "../../storage-case.ts";
import { factsCases } from "./facts.ts";
import { factsWithPageCases } from "./facts-with-page.ts";
import { orderCases } from "./order.ts";
import { pagesCases } from "./pages.ts";
import { pagesUnderChangeCases } from "./pages-under-change.ts";
import { peopleCases } from "./people.ts";
import { wordsCases } from "./words.ts";
import { workspacesCases } from "./workspaces.ts";
import { plainWordsCases } from "./plain-words.ts";

export const listsCases: readonly StorageCase[] = [
  ...orderCases,
  ...wordsCases,
  ...pagesCases,
  ...peopleCases,
  ...workspacesCases,
  ...factsCases,
  ...factsWithPageCases,
  ...pagesUnderChangeCases,
  ...plainWordsCases,
];
