import { groupOf } from '../text/group-of';
import { isDense, type FoundSecret } from './found-secret';
import { isPlaceholder } from './secret-placeholder';

/** An option of a program by which a password is given. */
interface SecretOption {
  /** What is said of it. */
  readonly form: string;
  /** Word that a text with such a command has. */
  readonly mark: string;
  /** The program, which stands before the option in the same command. */
  readonly program: RegExp;
  /** The option and, as the first group, the password. */
  readonly option: RegExp;
}

/** A value between quotation marks, or up to the next space. */
const value = String.raw`(?:"([^"\r\n]{3,200})"|'([^'\r\n]{3,200})'|([^\s"'|;&]{3,200}))`;
const optionOf = (names: string): RegExp => new RegExp(String.raw`(?<=\s)(?:${names})${value}`, 'g');
/** After a name and a colon. */
const pairOf = (names: string): RegExp =>
  new RegExp(String.raw`(?<=\s)(?:${names})["']?[^\s:"'@/]{1,100}:([^\s"']{3,200})`, 'g');

const options: readonly SecretOption[] = [
  {
    form: 'curl -u',
    mark: 'curl',
    program: /\bcurl(?:\.exe)?\b/,
    option: pairOf('(?:-u|-U|--user|--proxy-user)(?:=|\\s{0,3})'),
  },
  { form: 'mysql -p', mark: 'mysql', program: /\bmysql[a-z]{0,12}\b/, option: optionOf('-p') },
  { form: 'mariadb -p', mark: 'mariadb', program: /\bmariadb(?:-[a-z]{1,12})?\b/, option: optionOf('-p') },
  { form: 'sshpass -p', mark: 'sshpass', program: /\bsshpass\b/, option: optionOf('-p\\s{0,3}') },
  {
    form: 'ldapsearch -w',
    mark: 'ldap',
    program: /\bldap(?:search|modify|add|delete|passwd|whoami)\b/,
    option: optionOf('-w\\s{0,3}'),
  },
  { form: 'redis-cli -a', mark: 'redis-cli', program: /\bredis-cli\b/, option: optionOf('-a\\s{1,3}') },
  {
    form: 'mongo -p',
    mark: 'mongo',
    program: /\bmongo(?:sh|dump|restore|export|import)?\b/,
    option: optionOf('-p\\s{1,3}'),
  },
  { form: 'sqlcmd -P', mark: 'sqlcmd', program: /\bsqlcmd\b/, option: optionOf('-P\\s{0,3}') },
  { form: 'docker login -p', mark: 'docker login', program: /\bdocker login\b/, option: optionOf('-p\\s{0,3}') },
  {
    form: 'keytool -storepass',
    mark: 'keytool',
    program: /\bkeytool\b/,
    option: optionOf('-(?:store|key|srcstore|deststore)pass\\s{1,3}'),
  },
  {
    form: 'openssl -passin',
    mark: 'openssl',
    program: /\bopenssl\b/,
    option: optionOf('-pass(?:in|out)?\\s{1,3}["\']?pass:'),
  },
  {
    form: 'smbclient -U',
    mark: 'smbclient',
    program: /\bsmbclient\b/,
    option: /(?<=\s)-U\s{0,3}["']?[^\s%"']{1,100}%([^\s"']{3,200})/g,
  },
];

/** Any of the marks: one search for most texts, which have none. */
const anyProgram = /curl|mysql|mariadb|sshpass|ldap|redis-cli|mongo|sqlcmd|docker login|keytool|openssl|smbclient/;

/** Options that say by their name what follows, whatever the program. */
const named =
  /--((?:[a-z]{1,20}-)?(?:password|passwd|passphrase|client-secret|secret-key|api-key|access-token|auth-token))\s{1,3}(?:"([^"\r\n]{6,200})"|'([^'\r\n]{6,200})'|([^\s"'|;&<-][^\s"'|;&]{5,200}))/gi;

/** Passwords that command lines give to programs. */
export function* commandSecrets(text: string): Generator<FoundSecret> {
  const hasOption = /\s-[a-zA-Z]/.test(text);
  for (const { form, mark, program, option } of hasOption && anyProgram.test(text) ? options : []) {
    if (!text.includes(mark)) continue;
    for (const match of text.matchAll(option)) {
      const given = match.slice(1).join('');
      const before = commandBefore(text, match.index);
      const isOfProgram = program.test(before);
      // `-p3306:3306` publishes a port.
      if (!isOfProgram || /^[\d:.]+$/.test(given) || /^[-=]/.test(given) || isPlaceholder(given)) continue;
      yield { at: match.index, kind: 'credentials', form };
    }
  }
  if (!text.includes('--')) return;
  for (const match of text.matchAll(named)) {
    const name = groupOf(match, 1);
    // Only one of the groups stands in the text.
    const given = match.slice(2).join('');
    const isOption = match.index === 0 || /\s/.test(text.charAt(match.index - 1));
    if (isOption && isDense(given) && !isPlaceholder(given))
      yield { at: match.index, kind: /token/i.test(name) ? 'token' : 'credentials', form: `--${name}` };
  }
}

/** Characters of a command before an option. */
const longestCommand = 1000;

/** What stands before in the same command: the line, and those that it goes on from. */
function commandBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - longestCommand), at).replace(/[\\^`]\r?\n/g, ' ');
  return before.slice(before.lastIndexOf('\n') + 1);
}
