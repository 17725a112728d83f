/** From the heaviest to the lightest. `error` blocks a package and a build. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** What a user may set for a rule or a category. */
export type SeveritySetting = Severity | 'off';
