/** Who publishes at an address, by the end of its host. */
const publishers: Readonly<Record<string, string>> = {
  "cqc.org.uk": "CQC",
  "cqc-newsroom.prgloo.com": "CQC newsroom",
  "bbc.co.uk": "BBC",
  "bbci.co.uk": "BBC",
  "localgovernmentlawyer.co.uk": "Local Government Lawyer",
  "localgov.co.uk": "LocalGov",
  "yorkshirepost.co.uk": "Yorkshire Post",
  "blackpoolgazette.co.uk": "Blackpool Gazette",
  "warrington-worldwide.co.uk": "Warrington Worldwide",
  "southlondonnews.co.uk": "South London News",
  "newhamvoices.co.uk": "Newham Voices",
  "communitycare.co.uk": "Community Care",
  "hellorayo.co.uk": "Rayo radio news",
  "news.jiyanna.co.uk": "Jiyanna News",
  "homingo.co.uk": "Homingo, a blog",
  "livewellhull.org.uk": "Hull City Council",
  "local.gov.uk": "Local Government Association",
  "adass.org.uk": "ADASS",
  "legislation.gov.uk": "legislation.gov.uk",
  "parliament.uk": "Parliament",
};

/** Hosts that keep copies of what another publishes. */
const copies: Readonly<Record<string, string>> = {
  "londonhomecare.net": "CQC press release, copied",
  "gl-cqc.axis12.com": "CQC, copied",
  "bbctodays.pages.dev": "BBC, copied",
};

const under = (host: string, names: Readonly<Record<string, string>>) =>
  Object.entries(names).find(([end]) => host === end || host.endsWith(`.${end}`))?.[1];

/** What a source is called: its publication, and not a copy's address; the host where neither is known. */
export function publicationOf(address: string): string {
  if (!URL.canParse(address)) return "source";
  const host = new URL(address).hostname.replace(/^www\./, "");
  const known = under(host, copies) ?? under(host, publishers);
  if (known !== undefined) return known;
  // A council's news and papers stand on hosts below its own.
  const [own] = /[^.]+\.gov\.uk$/.exec(host) ?? [];
  return own === undefined ? host : `Council (${own})`;
}
