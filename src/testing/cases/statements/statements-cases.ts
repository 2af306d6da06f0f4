import { missingRowsCases } from "./missing-rows.ts";
import { otherOrganizationsCases } from "./other-organizations.ts";

export const statementsCases = [...missingRowsCases, ...otherOrganizationsCases];
