import fc from "fast-check";
import { actorFields, type StepRange, stepsOf, workspaceFields } from "./step.ts";
import * as few from "./values.ts";

/** The commands about workspaces themselves. */
export function workspaceSteps(range: StepRange) {
  const fields = workspaceFields(range);
  const admin = fc.option(few.userId, { nil: undefined });
  const name = fc.option(few.workspaceName, { nil: undefined, freq: 2 });
  const description = fc.constantFrom(undefined, "", "Line\nline");

  return {
    createWorkspace: stepsOf(
      "createWorkspace",
      fc.record({
        ...actorFields(range),
        workspaceId: fc.option(few.workspaceId, { nil: undefined, freq: 6 }),
        name: few.workspaceName,
        description,
        admin: range.hasInvalid ? admin : few.userId,
        addEveryone: fc.constantFrom(undefined, false, true),
      }),
    ),
    updateWorkspace: stepsOf("updateWorkspace", fc.record({ ...fields, name, description })),
    archiveWorkspace: stepsOf("archiveWorkspace", fc.record(fields)),
    restoreWorkspace: stepsOf("restoreWorkspace", fc.record({ ...fields, name, admin })),
  };
}
