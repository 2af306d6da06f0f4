/**
 * An organization with 2 admins and 4 members. Its 5 teams name 10 people, of whom 3 are rejected: a stranger, a person
 * spelled differently from the member, and the admin lent to a team that names all admins as members. 3 teams have no
 * maintainer in the organization.
 */
export const exampleFile = `
orgs:
  acme:
    name: Acme
    description: Makes everything
    admins: [ada, alan]
    members: [Bo, cy, dee, eve]
    teams:
      web:
        description: Makes the site
        maintainers: [cy]
        members: [dee, eve]
        privacy: closed
        teams:
          ops:
            members: [bo, dee]
            teams:
              on-call: {}
      board:
        members: [ada, alan]
      guests:
        maintainers: [zoe, dee]
        members: [eve]
`;

export const exampleId = "acme";

/** The roles in its workspaces after an import. */
export const exampleRoles = {
  web: { cy: "admin", dee: "member", eve: "member" },
  "web/ops": { ada: "admin", dee: "member" },
  "web/ops/on-call": { ada: "admin" },
  board: { ada: "admin", alan: "member" },
  guests: { dee: "admin", eve: "member" },
};
