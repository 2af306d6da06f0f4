import { askAll, questionsAbout } from "../../questions/ask-world.ts";
import { writeWorld } from "../../questions/world.ts";
import { worlds } from "../../questions/worlds/all-worlds.ts";
import { type StorageCase, storageCase } from "../../storage-case.ts";

export const questionsCases: readonly StorageCase[] = worlds.map((world) =>
  storageCase("questions", `answers every question exactly if ${world.threat}`, async ({ storage }) => {
    await askAll(storage, questionsAbout(world, await writeWorld(storage, world)));
  }),
);
