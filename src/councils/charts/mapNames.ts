import { fitText } from "../../engine/report/widestText.js";
import type { TextStyle } from "../../engine/report/widestText.js";

/**
 * Councils' names as people shorten them, for a map whose places have room for about five letters.
 * None reads as another council: Newcastle is NCL, as NTY would be North Tyneside.
 */
const short = new Map(
  `Barking and Dagenham=B & D; Barnet=Bnet; Barnsley=Barns; Bath and North East Somerset=BNES;
Bedford=Bedf; Bexley=Bexl; Birmingham=Bham; Blackburn with Darwen=BwD; Blackpool=Bpool;
Bolton=Bolton; Bournemouth, Christchurch and Poole=BCP; Bracknell Forest=Brack;
Bradford=Bford; Brent=Brent; Brighton and Hove=B & H; Bristol=Bris; Bromley=Brom;
Buckinghamshire=Bucks; Bury=Bury; Calderdale=Cald; Cambridgeshire=Cambs; Camden=Camd;
Central Bedfordshire=CBC; Cheshire East=CEC; Cheshire West and Chester=CWAC;
City of London=City; Cornwall=Corn; County Durham=Durh; Coventry=Cov; Croydon=Croy;
Cumberland=Cumb; Darlington=Darl; Derby=Derby; Derbyshire=Dbys; Devon=Devon; Doncaster=Donc;
Dorset=Dorset; Dudley=Dud; Ealing=Eal; East Riding of Yorkshire=E Rid; East Sussex=ESx;
Enfield=Enfld; Essex=Essex; Gateshead=Ghead; Gloucestershire=Glos; Greenwich=Gwich;
Hackney=Hack; Halton=Halt; Hammersmith and Fulham=H & F; Hampshire=Hants; Haringey=Hari;
Harrow=Harr; Hartlepool=Hpool; Havering=Hav; Herefordshire=Heref; Hertfordshire=Herts;
Hillingdon=Hill; Hounslow=Houn; Isle of Wight=IoW; Isles of Scilly=Scilly; Islington=Isl;
Kensington and Chelsea=K & C; Kent=Kent; Kingston upon Hull=Hull; Kingston upon Thames=King;
Kirklees=Kirk; Knowsley=Kno; Lambeth=Lamb; Lancashire=Lancs; Leeds=Leeds; Leicester=Leic;
Leicestershire=Leics; Lewisham=Lewi; Lincolnshire=Lincs; Liverpool=Lpool; Luton=Luton;
Manchester=Manc; Medway=Medw; Merton=Mert; Middlesbrough=Mbro; Milton Keynes=MK;
Newcastle upon Tyne=NCL; Newham=Newh; Norfolk=Norf; North East Lincolnshire=NE Lin;
North Lincolnshire=N Lin; North Northamptonshire=N Nh; North Somerset=N Som;
North Tyneside=N Tyn; North Yorkshire=N Yor; Northumberland=Nland; Nottingham=Nottm;
Nottinghamshire=Notts; Oldham=Oldh; Oxfordshire=Oxon; Peterborough=Pboro; Plymouth=Plym;
Portsmouth=Ports; Reading=Read; Redbridge=Redb; Redcar and Cleveland=R & C;
Richmond upon Thames=Rich; Rochdale=Roch; Rotherham=Roth; Rutland=Rutl; Salford=Salf;
Sandwell=Sand; Sefton=Sefton; Sheffield=Sheff; Shropshire=Shrop; Slough=Slou; Solihull=Soli;
Somerset=Som; South Gloucestershire=S Glos; South Tyneside=S Tyn; Southampton=Soton;
Southend-on-Sea=Send; Southwark=Swark; St Helens=St Hel; Staffordshire=Staffs;
Stockport=Stock; Stockton-on-Tees=Stktn; Stoke-on-Trent=Stoke; Suffolk=Suff; Sunderland=Sund;
Surrey=Surr; Sutton=Sutt; Swindon=Swin; Tameside=Tame; Telford and Wrekin=T & W;
Thurrock=Thur; Torbay=Torb; Tower Hamlets=TH; Trafford=Traf; Wakefield=Wake; Walsall=Wals;
Waltham Forest=W For; Wandsworth=Wand; Warrington=Warr; Warwickshire=Warks;
West Berkshire=W Ber; West Northamptonshire=W Nh; West Sussex=WSx; Westminster=Wmin;
Westmorland and Furness=W & F; Wigan=Wigan; Wiltshire=Wilts; Windsor and Maidenhead=W & M;
Wirral=Wirral; Wokingham=Wok; Wolverhampton=Wolv; Worcestershire=Worcs; York=York`
    .split(/;\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);

/** A council's name for the map; that of one not listed, as much of it as fits. */
export function mapName(council: string, width: number, style: TextStyle): string {
  return short.get(council) ?? fitText(council, width, style);
}
