import type * as Input from "../../../src/index.ts";

type Commands = Input.RosterCommands<string>;

/** A command with its input: one step of a history. The compiler names every place that has to know a new command. */
export type Step = {
  readonly [Name in keyof Commands]: { readonly command: Name; readonly input: Parameters<Commands[Name]>[0] };
}[keyof Commands];

/** A command about many users. */
export type BatchStep = Extract<
  Step,
  { readonly input: { readonly members: readonly unknown[] } | { readonly userIds: readonly string[] } }
>;

export type StepOf<Name extends Step["command"]> = Extract<Step, { readonly command: Name }>;
