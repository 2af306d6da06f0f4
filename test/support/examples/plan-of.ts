import { type OrganizationPlan, planImport } from "../../../examples/admin/import/import-plan.ts";
import { parseOrganizationFile } from "../../../examples/admin/import/organization-file.ts";
import { asWritten, sameSpelling } from "../../../examples/admin/import/same-spelling.ts";

/** The import plan for the first organization of a file with this content. */
export function planOf(content: string, ignoresCase = false): OrganizationPlan {
  const file = parseOrganizationFile(content)._unsafeUnwrap();
  const [plan] = planImport(file, ignoresCase ? sameSpelling(file) : asWritten)._unsafeUnwrap();
  if (plan === undefined) throw new Error("The file contains no organization.");
  return plan;
}
