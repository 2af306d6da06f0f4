import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of its own that a test may fill up. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills the disk except for this many bytes, rounded up to whole pages. */
  fill(bytesLeft: number): void;
  /** Frees what `fill` took. */
  free(): void;
  /** Takes the disk away. */
  end(): void;
}

/** Why a small disk is not possible here; null if it is. */
export function lackOfSmallDisk(): string | null {
  if (process.platform !== "linux") return "a small disk is a tmpfs, which only Linux has";
  try {
    mountSmallDisk(1).end();
    return null;
  } catch (thrown) {
    return `a small disk cannot be mounted: ${String(thrown).split("\n")[1] ?? String(thrown)}`;
  }
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "small-disk-"));
  const filler = join(folder, "filler");
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
  return {
    folder,
    fill(bytesLeft) {
      const { bavail, bsize } = statfsSync(folder);
      const pagesLeft = Math.ceil(bytesLeft / bsize);
      writeFileSync(filler, new Uint8Array(Math.max(0, bavail - pagesLeft) * bsize));
    },
    free: () => rmSync(filler, { force: true }),
    end() {
      execFileSync("umount", [folder], { stdio: "pipe" });
      rmSync(folder, { recursive: true });
    },
  };
}
