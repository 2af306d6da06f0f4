/** Who issues the commands. Every event that a command causes names its actor. */
export const importer = { system: "import" };
export const offboarder = { system: "offboard" };
