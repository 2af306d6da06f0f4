/**
 * The version of the contract, as `major.minor`. The major number changes if a correct adapter may have to change, the minor
 * number if cases are added or find more. `CONTRACT.md` says what to do then.
 */
export const contractVersion = "2.0";
