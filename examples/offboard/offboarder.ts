/** Who issues the command; every event that it causes names it. */
export const offboarder = { system: "offboard" };
