/**
 * The one script of every page: it gives the elements of the built pages their lives.
 * @module
 */
import "./tool/switches.js";
import { FollowupChoice } from "./form/choice.js";
import { startNamingFiles } from "./form/chosen.js";
import { FollowupInvitation } from "./tool/invitation.js";
import { FollowupPlace } from "./form/place.js";
import { FollowupDay, FollowupRadios, FollowupSent } from "./form/radios.js";
import { FollowupRehearsal } from "./tool/voicemail_timer.js";
import { FollowupOffline } from "./offline.js";
import { startTheme } from "./tool/theme.js";
import { FollowupCountries } from "./page/countries.js";
import { FollowupSorted } from "./page/sorted.js";
import { tellWhatIsDue } from "./page/dated.js";
import { startUnfolding } from "./page/unfold.js";
import { startEmbed } from "./page/embed.js";
import { FollowupStart } from "./tool/start.js";
import { FollowupTool } from "./tool/tool.js";

// The lists first: a tool puts what was typed before into them.
customElements.define("followup-choice", FollowupChoice);
customElements.define("followup-invitation", FollowupInvitation);
customElements.define("followup-place", FollowupPlace);
customElements.define("followup-radios", FollowupRadios);
customElements.define("followup-day", FollowupDay);
customElements.define("followup-sent", FollowupSent);
customElements.define("followup-tool", FollowupTool);
customElements.define("followup-start", FollowupStart);
customElements.define("followup-rehearsal", FollowupRehearsal);
customElements.define("followup-offline", FollowupOffline);
customElements.define("followup-sorted", FollowupSorted);
customElements.define("followup-countries", FollowupCountries);

startEmbed();
startNamingFiles();
tellWhatIsDue();
startUnfolding();
startTheme();
