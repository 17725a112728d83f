/** Names under which a page of the web is at home, one that shows an error too. */
export const pageExtensions: ReadonlySet<string> = new Set('html htm xhtml mht mhtml asp aspx jsp php'.split(' '));
