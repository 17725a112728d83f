import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const asking = (expected: string, text = '', types: readonly string[] = ['dump_hl7']) => ({
  ...smallCatalogue,
  requirements: [
    requirement('INS/va1.56', [
      scenario('INS/va1.56.01', [proof('INS/va1.56.01.01', types, { expected })], { steps: [], text }),
    ]),
  ],
});
const messages = (...types: readonly (string | undefined)[]) =>
  file({
    text: true,
    inspection: {
      hl7: { messages: types.map((type) => ({ segments: ['MSH'], ...(type !== undefined && { type }) })) },
    },
  });
const catalogue = asking('Message HL7 A31 émis');

describe(rule.meta.id, () => {
  it('reports messages of other events', async () => {
    const evidence = { 'a.hl7': messages('ADT^A28', 'ADT^A01') };
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence, catalogue });
    assert.deepEqual([found?.severity, found?.effect], ['warning', undefined]);
    assert.deepEqual([found?.args['found'], found?.args['expected']], ['A28, A01', 'A31']);
    for (const one of [
      asking('Trace du message ADT^A31', '', ['log_message_hl7', 'log']),
      asking('Extraction du message', 'Le système émet un message ADT^A31. Le message A31 est tracé.'),
      asking('Message (A31)', 'Un A28, puis un A31.'),
    ])
      await fires(rule, { main: cites('⟦a.hl7⟧'), evidence, catalogue: one });
  });

  it('accepts the event asked for, in one of the messages or files, and its acknowledgement', async () => {
    for (const sound of [messages('ADT^A31'), messages('ADT^A28', 'ADT^A31'), messages('ACK^A31')])
      await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': sound }, catalogue });
    const main = evidenceOf('INS/va1.56.01.01', 'fichier: a.hl7', 'fichier: b.hl7');
    await silent(rule, { main, evidence: { 'a.hl7': messages('ADT^A28'), 'b.hl7': messages('ADT^A31') }, catalogue });
  });

  it('says nothing where several events are named, none, or one to leave out', async () => {
    const evidence = { 'a.hl7': messages('ADT^A28') };
    for (const one of [
      asking('Messages HL7 (A31, A47…)'),
      asking('Message IHE PAM', 'Un A28, puis un A31.'),
      asking('Message HL7 autre que A31'),
      asking('Message émis sans A31'),
      asking('Message HL7', 'VA31, A310 ou PDF/A1'),
      asking('Capture du message A31', '', ['capture_ecran']),
    ])
      await silent(rule, { main: cites('a.hl7'), evidence, catalogue: one });
  });

  it('says nothing of what is not known', async () => {
    const main = evidenceOf('INS/va1.56.01.01', 'fichier: a.hl7', 'fichier: b.zip');
    await silent(rule, {
      main,
      evidence: { 'a.hl7': messages('ADT^A28'), 'b.zip': file({ inspection: {} }) },
      catalogue,
    });
    await silent(rule, { main, evidence: { 'a.hl7': messages('ADT^A28') }, catalogue });
    for (const unknown of [messages(undefined), messages('ADT'), messages('ADT^A28', undefined), messages()])
      await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': unknown }, catalogue });
    const cut = file({ inspection: { partial: true, hl7: { messages: [{ segments: [], type: 'ADT^A28' }] } } });
    await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': cut }, catalogue });
  });
});
