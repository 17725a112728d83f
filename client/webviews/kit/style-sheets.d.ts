/** The bundler puts style sheets that are imported beside the page's script. */
declare module '*.css';
