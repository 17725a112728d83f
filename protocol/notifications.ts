/** Server to client: the figures may have changed. */
export const complianceChanged = 'segur/conformiteChanged';
