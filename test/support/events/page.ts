import { type RosterEvent, toCloudEvent } from "workspace-roster";
import { authorities, described, envelope, type EventDescription } from "./described.ts";
import type { WrittenEvent } from "./history.ts";

/** The parts of docs/events.md that come from the code, by the name that their marker has there. */
export function generatedParts(written: readonly WrittenEvent[]): Readonly<Record<string, string>> {
  return {
    envelope: tableOf("field", envelope),
    authorities: tableOf("authority", authorities, "the actor was"),
    types: Object.entries<EventDescription>(described)
      .map(([type, description]) => sectionOf(type, description, written))
      .join("\n\n"),
    "cloud event": json(toCloudEvent(firstOf("workspace.member.added", written))),
  };
}

/** The page with each generated part replaced between its markers. */
export function pageWith(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const marked = new RegExp(`(<!-- generated: ${name} -->).*?(<!-- end of generated -->)`, "s");
    if (!marked.test(text)) throw new Error(`The page has no place for the generated part "${name}".`);
    return text.replace(marked, (_, begin: string, end: string) => `${begin}\n\n${part}\n\n${end}`);
  }, page);
}

function sectionOf(
  type: string,
  { meaning, written: when, fields }: EventDescription,
  written: readonly WrittenEvent[],
) {
  const commands = new Set(written.filter(({ event }) => event.type === type).map(({ command }) => command));
  return [
    `### ${type}`,
    `${meaning} ${when}`,
    `Written by ${[...commands].map((command) => `\`${command}\``).join(", ")}.`,
    Object.keys(fields).length === 0 ? "It has no fields of its own." : tableOf("field", fields),
    json(firstOf(type, written)),
  ].join("\n\n");
}

function firstOf(type: string, written: readonly WrittenEvent[]): RosterEvent {
  const found = written.find(({ event }) => event.type === type);
  if (found === undefined) throw new Error(`The history of docs/events.md has no event of the type ${type}.`);
  return found.event;
}

function tableOf(name: string, meanings: Readonly<Record<string, string>>, heading = "meaning"): string {
  const rows = Object.entries(meanings).map(([each, meaning]) => `| \`${each}\` | ${meaning} |`);
  return [`| ${name} | ${heading} |`, "| --- | --- |", ...rows].join("\n");
}

/** An object of one member takes one line. */
function json(value: object): string {
  const text = JSON.stringify(value, null, 2).replaceAll(/\{\s+("[^"]+": "[^"]+")\s+\}/g, "{ $1 }");
  return `\`\`\`json\n${text}\n\`\`\``;
}
