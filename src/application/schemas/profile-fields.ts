import { email, name, optional, userId } from "./fields.ts";

/** A user with the name and email that lists show. */
export interface ProfileInput {
  readonly userId: string;
  /** 1–100 code points in Unicode form NFC; `nameProblem` says why a name is refused. */
  readonly displayName: string;
  /** At most 320 code points with one at sign; `emailProblem` says why an email is refused. */
  readonly email?: string | null | undefined;
}

export const profileFields = { userId, displayName: name, email: optional(email) };
