import type { World } from "../world.ts";
import { beginnings } from "./beginnings.ts";
import { changedRows } from "./changed-rows.ts";
import { crowded } from "./crowd.ts";
import { equalIds } from "./equal-ids.ts";
import { places } from "./places.ts";
import { spellings } from "./spellings.ts";

/** Every threat. Each question is asked of all of them. */
export const worlds: readonly World[] = [equalIds, beginnings, spellings, places, changedRows, crowded];
