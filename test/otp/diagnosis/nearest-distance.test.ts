import { expect } from '@open-wc/testing';
import { nearestDistance } from '../../../src/otp/diagnosis/nearest-distance.js';

describe('nearestDistance', () => {
  it('searches behind, then ahead, at growing distances, and stops at the first match', async () => {
    const seen: number[] = [];
    const found = await nearestDistance(1, 9, (distance) => {
      seen.push(distance);
      return distance === 3;
    });
    expect(found).to.equal(3);
    expect(seen).to.deep.equal([-1, 1, -2, 2, -3, 3]);
  });

  it('finds a match at either end, and none beyond', async () => {
    const reach = (wanted: number) => nearestDistance(2, 4, (distance) => distance === wanted);
    expect(await Promise.all([-2, 2, -4, 4].map(reach))).to.deep.equal([-2, 2, -4, 4]);
    expect(await Promise.all([1, -1, 0, 5, -5].map(reach))).to.deep.equal(Array(5).fill(undefined));
  });

  it('tests distance 0 once', async () => {
    expect(Object.is(await nearestDistance(0, 0, () => true), 0)).to.be.true;
  });

  it('pauses, so that the page stays responsive', async () => {
    const readClock = performance.now.bind(performance);
    let now = 0;
    let turns = 0;
    const channel = new MessageChannel();
    // Runs again at each pause of the search.
    channel.port1.onmessage = () => {
      turns += 1;
      channel.port2.postMessage(undefined);
    };
    channel.port2.postMessage(undefined);
    performance.now = () => now;
    try {
      // Every test takes a millisecond.
      await nearestDistance(1, 50, () => {
        now += 1;
        return false;
      });
    } finally {
      performance.now = readClock;
      channel.port1.close();
    }
    expect(turns).to.be.at.least(1);
  });
});
