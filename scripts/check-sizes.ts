// Fails when something that ships to a browser has grown over its limit.
import { bundles, gzipKiB } from '../bench/bundle-size.ts';

for (const bundle of bundles) {
  const size = await gzipKiB(bundle);
  const over = bundle.limit !== undefined && size > bundle.limit;
  console.log(
    `${over ? 'Too large' : 'Fine'}: ${bundle.name} ${size.toFixed(1)} KiB gzip, at most ${bundle.limit ?? '∞'}`,
  );
  if (over) process.exitCode = 1;
}
