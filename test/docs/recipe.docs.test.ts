import { describe, expect, it } from "vitest";
import { filesLike, textOf } from "../support/docs/pages.ts";

const page = textOf("docs/how-it-is-built.md");

/** The feature that each recipe shows, by the words that its places have in common. */
const recipes = [
  ["Add a command", /\b(addMembers|decideAddMembers|AddMembers(Input|Outcome|Error)?)\b|\/add-members\.ts/],
  ["Add a refusal", /\b(operationNotUndoable|OperationNotUndoable|operation_not_undoable)\b/],
  ["Add an event", /\b(WorkspaceRestoredEvent|workspace\.restored)\b/],
  ["Add a list", /\b(listMembers|ListMembers\w*|mayListMembers|WorkspaceMembersQuery|workspaceMembers)\b/],
] as const;

describe("docs/how-it-is-built.md", () => {
  it.each(recipes)("%s: lists every place that the feature has in src", (heading, words) => {
    const named = placesIn(sectionOf(heading));

    expect(named.length).toBeGreaterThan(0);
    expect(named.toSorted()).toEqual(placesOf(words));
  });

  it("names only files and folders that exist", () => {
    const paths = [...page.matchAll(/`((?:src|application|domain|test|examples|scripts|api)\/[\w./-]+)`/g)].map(
      ([, path = ""]) => (/^(application|domain)\//.test(path) ? `src/${path}` : path),
    );

    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => filesLike(path).length === 0)).toEqual([]);
  });
});

/** The files outside of stores and the contract that mention the feature, apart from comments. */
function placesOf(words: RegExp): readonly string[] {
  return filesLike("src/**/*.ts")
    .filter((file) => !/^src\/(adapters|testing|bin)\//.test(file))
    .filter((file) => words.test(textOf(file).replaceAll(/\/\*.*?\*\/|\/\/ .*?$/gms, "")));
}

/** The files in the first column of a recipe's table, without those of stores and the contract. */
function placesIn(section: string): readonly string[] {
  return [...section.matchAll(/^\| `(src\/[^`]+\.ts)` /gm)]
    .map(([, place = ""]) => place)
    .filter((place) => !/^src\/(adapters|testing)\//.test(place));
}

function sectionOf(heading: string): string {
  const [, section = ""] = page.split(`### ${heading}\n`);
  return section.split(/^##/m)[0] ?? "";
}
