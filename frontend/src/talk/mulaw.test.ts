import { expect, it } from "vitest";
import fixture from "./fixtures/telephone.json";
import { compress, decode, encode, expand } from "./mulaw";

it("means by each byte what the service means", () => {
  const codes = Array.from({ length: 256 }, (_, code) => code);

  expect(codes.map(expand).map((sample) => sample + 0)).toEqual(fixture.expanded);
});

it("writes each sample as the service does", () => {
  const samples = fixture.compressed.map((_, i) => -32_768 + i * fixture.stride);

  expect(samples.map(compress)).toEqual(fixture.compressed);
});

// ITU-T G.711, table 2a/G.711: the decision values' ends and the loudest sample.
it("keeps to the table of G.711", () => {
  expect([0xff, 0x7f].map(expand).map(Math.abs)).toEqual([0, 0]);
  expect([0x80, 0x00].map(expand)).toEqual([32_124, -32_124]);
  expect([0x8f, 0x9f, 0xef].map(expand)).toEqual([16_764, 8316, 132]);
});

it("brings back every byte that it has written, but for the sign of nothing", () => {
  const all = Uint8Array.from({ length: 256 }, (_, code) => code);

  const back = encode(decode(all));

  expect([...back].filter((code, i) => code !== i && i !== 0x7f)).toEqual([]);
});
