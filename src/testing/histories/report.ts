import { explanationOfAnswers, type Played } from "./explain-history.ts";
import type { PlayedCall } from "./clients.ts";

/** Shows why a history has no serial order, and how to play it again if it has a seed. */
export function reportOf<State>(played: Played<State>, what: string, seed: number | null = null): string {
  return [
    `No serial order explains ${what}.`,
    "",
    "Each client made one call after the other. The numbers say when a call began and ended:",
    ...[...played.calls].sort((left, right) => left.began - right.began).map(lineOf),
    "",
    ...blameOf(played),
    ...(seed === null ? [] : repeatOf(seed)),
  ].join("\n");
}

function repeatOf(seed: number): readonly string[] {
  return [
    "",
    `To play it again: storageContract({ histories: 1, seed: ${seed} }), or the program with`,
    `--group "random histories" --histories 1 --seed ${seed}. It makes the same calls in the same turns. What a server or`,
    "a disk does between two turns can differ.",
  ];
}

function lineOf({ client, operation, began, ended, result }: PlayedCall): string {
  const { organizationId: _, ...input } = operation.input;
  const answer = result.kind === "answered" ? result.answer.text : result.kind;
  const until = ended === Infinity ? " …" : String(ended).padStart(2);
  return `  ${client} ${String(began).padStart(2)}–${until}  ${operation.name} ${JSON.stringify(input)} → ${answer}`;
}

function blameOf<State>(played: Played<State>): readonly string[] {
  const [first = "", second = ""] = played.endings;
  if (first !== second)
    return [
      "After the last call, the two handles returned different data.",
      `  storage: ${first}`,
      `  second:  ${second}`,
    ];
  const order = explanationOfAnswers(played);
  if (order === null) return ["No order of the calls gives these answers. At the end the store held:", `  ${first}`];
  const names = order.map((index) => {
    const call = played.calls[index];
    return `${call?.operation.operationId ?? ""} ${call?.operation.name ?? ""}`;
  });
  return [
    `The order ${names.join(", ")} explains the answers, but at the end the store held something else:`,
    `  ${first}`,
  ];
}
