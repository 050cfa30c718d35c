import { describe, expect, test } from 'vitest';
import { WORKED_ES4, WORKED_ES5 } from '../../recipes/earthstar/worked.ts';
import { ES4_LINES, ES5_LINES, hashLines } from '../../src/forge/earthstar.ts';
import { hasExtension } from '../../src/forge/earthstar-rules.ts';
import { cast, hashEs4, hashEs5, judgeText, signEs4, signEs5, textHash, utf8 } from '../../src/forge/index.ts';

const NOW = 1_700_000_001_000_000;
const { suzy, gardening } = cast;

describe('the worked examples of es.4 and es.5', () => {
  test('the keys have the addresses of the deployed packages', () => {
    expect(suzy.earthstarAddress).toBe('@suzy.baoqqpp7tzyil4hlq3umoos6atft6jvrqtosq2xy53sdgiesvgg4a');
    expect(gardening.earthstarAddress).toBe('+gardening.bfgwlvykbxtfpbmrodkkngtily43b4utnbp7bfsexss6jgiuwnxlq');
  });

  test('ES4-5 ES-15 the hashes and signatures are those that were deployed', () => {
    for (const { document, hash } of WORKED_ES4) {
      expect(hashEs4(document)).toBe(hash);
      expect(signEs4({ document, seed: suzy.seed })).toEqual(document);
      expect(judgeText('es.4', utf8(JSON.stringify(document)), NOW)).toEqual({ broken: [], held: false });
    }
  });

  test('ES5-11 ES5-13 the hashes and signatures are those that were deployed', () => {
    for (const { document, hash } of WORKED_ES5) {
      expect(hashEs5(document)).toBe(hash);
      expect(signEs5({ document, seed: suzy.seed, shareSeed: gardening.seed })).toEqual(document);
      expect(judgeText('es.5', utf8(JSON.stringify(document)), NOW)).toEqual({ broken: [], held: false });
    }
  });

  test('ES4-5 the lines are those that were hashed', () => {
    expect(hashLines(WORKED_ES4[0].document, ES4_LINES)).toBe(
      `author\t${suzy.earthstarAddress}\ncontentHash\tbtnmggu42jdb7ghsguilq2v7fk5ofy6qut5qyubkm3cxvtmrov4xa\nformat\tes.4\npath\t/wiki/shared/Flowers\ntimestamp\t1700000000000000\nworkspace\t${gardening.earthstarAddress}\n`,
    );
  });

  test('ES5-11 the lines are those that were hashed', () => {
    expect(hashLines(WORKED_ES5[2].document, ES5_LINES)).toBe(
      `attachmentHash\tb7i7pyfoh3bw56m6gy2zykbho5t5ypzlfuoqfmh5dspaehzcpk5ha\nattachmentSize\t18\nauthor\t${suzy.earthstarAddress}\nformat\tes.5\npath\t/pics/flower.txt\ntextHash\tbskzpuwacrfmdc7sarpme5t5hb5pogwysdgi5xqrsysormy2tocfq\ntimestamp\t1700000000000000\nshare\t${gardening.earthstarAddress}\n`,
    );
  });

  test('ES5-14 the hash of text and the hash of an attachment have one form', () => {
    expect(textHash('Hello, attachment!')).toBe('b7i7pyfoh3bw56m6gy2zykbho5t5ypzlfuoqfmh5dspaehzcpk5ha');
  });
});

describe('extensions', () => {
  const key = suzy.earthstarAddress.slice(6);

  test('ES5-4 has the exemption of the deployed packages', () => {
    for (const path of ['/.hidden', '/v1.2', `/x/@suzy.${key}`, `/x/+share.${key}`])
      expect(hasExtension(path)).toBe(true);
    for (const path of ['/a.', '/a.b-c', '/a.b/c', `/x/~@suzy.${key}`]) expect(hasExtension(path)).toBe(false);
  });
});
