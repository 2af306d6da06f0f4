import { email, name, optional, userId } from "./fields.ts";

/** A person as lists show them. `displayName`: NFC, 1–100 code points. */
export interface ProfileInput {
  readonly userId: string;
  readonly displayName: string;
  readonly email?: string | null | undefined;
}

export const profileFields = { userId, displayName: name, email: optional(email) };
