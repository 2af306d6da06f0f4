import { email, name, optional, userId } from "./fields.ts";

/** Who a person is, as lists show them. */
export const profileFields = {
  userId,
  displayName: name,
  email: optional(email),
};
