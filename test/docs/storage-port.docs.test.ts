import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { textOf } from "../support/docs/pages.ts";
import { storagePortParts } from "../support/docs/storage-port.ts";
import { pageWith } from "../support/events/page.ts";

const page = join(import.meta.dirname, "../../docs/storage-port.md");

it("generates the signatures, examples and limits of docs/storage-port.md from the code", async () => {
  const filled = pageWith(textOf("docs/storage-port.md"), await storagePortParts());
  const formatted = await format(filled, { ...(await resolveConfig(page)), parser: "markdown" });

  await expect(formatted).toMatchFileSnapshot(page);
});
