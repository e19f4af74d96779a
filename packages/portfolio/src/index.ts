export { packZip } from './site/pack-zip.ts'
export { renderSite, type Site, type SiteFile } from './site/render-site.ts'
export { achievementSlug } from './slug.ts'
