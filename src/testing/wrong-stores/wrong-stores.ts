import { wrongCommits } from "./wrong-commits.ts";
import { wrongLists } from "./wrong-lists.ts";
import { wrongLoads } from "./wrong-loads.ts";
import type { WrongStore } from "./wrong-store.ts";

/** Mistakes that adapters have had. The contract must catch each of them on every store that it accepts. */
export const wrongStores: readonly WrongStore[] = [...wrongCommits, ...wrongLoads, ...wrongLists];
