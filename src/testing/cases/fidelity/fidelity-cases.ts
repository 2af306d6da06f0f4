import type { StorageCase } from "../../storage-case.ts";
import { fieldsCases } from "./fields.ts";
import { idsCases } from "./ids.ts";
import { largestRowsCases } from "./largest-rows.ts";
import { lengthsCases } from "./lengths.ts";
import { organizationsCases } from "./organizations.ts";
import { textsCases } from "./texts.ts";
import { lookAlikeTextsCases } from "./look-alike-texts.ts";
import { reservedIdsCases } from "./reserved-ids.ts";

export const fidelityCases: readonly StorageCase[] = [
  ...idsCases,
  ...organizationsCases,
  ...fieldsCases,
  ...textsCases,
  ...lengthsCases,
  ...largestRowsCases,
  ...reservedIdsCases,
  ...lookAlikeTextsCases,
];
