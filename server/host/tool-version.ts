/** Version of the tool, put in by the bundler. */
export const toolVersion = process.env.SEGUR_PREUVES_VERSION ?? '0.0.0';
