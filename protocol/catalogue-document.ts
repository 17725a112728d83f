/** Scheme of the documents that show the catalogues that ship: `segur-preuves-catalogue:/MDV-LGC-Va2.rem.yaml`. */
export const catalogueScheme = 'segur-preuves-catalogue';
