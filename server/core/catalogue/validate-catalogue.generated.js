// Generated from schemas/catalogue.schema.json by scripts/generate-validators.mjs. Do not edit.
"use strict";
module.exports = validate20;
module.exports.default = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:segur-preuves:schema:catalogue:1","type":"object","required":["version","dispositif","etat","exigences"],"additionalProperties":false,"properties":{"version":{"const":1},"dispositif":{"$ref":"#/$defs/identifiant"},"nom":{"type":"string"},"couloir":{"type":"string"},"vague":{"type":"integer","minimum":1},"id_vu":{"type":"boolean"},"version_rem":{"type":"string"},"date":{"$ref":"#/$defs/date"},"etat":{"enum":["complet","partiel","a_importer"]},"source":{"type":"string"},"importe":{"type":"object","required":["fichier","feuilles"],"additionalProperties":false,"properties":{"fichier":{"type":"string"},"feuilles":{"$ref":"#/$defs/textes"},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"empreinte":{"type":"string","pattern":"^[0-9a-f]{8}$"}}},"domaines":{"type":"array","items":{"type":"object","required":["id","nom"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"nom":{"type":"string"}}}},"chapitres":{"type":"array","items":{"type":"object","required":["nom"],"additionalProperties":false,"properties":{"nom":{"type":"string","minLength":1}}}},"profils":{"$ref":"#/$defs/textes"},"exigences":{"type":"array","items":{"$ref":"#/$defs/exigence"}},"scenarios":{"type":"array","items":{"$ref":"#/$defs/scenario"}}},"$defs":{"identifiant":{"type":"string","minLength":1,"maxLength":200},"date":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"},"textes":{"type":"array","items":{"type":"string","minLength":1}},"exigence":{"type":"object","required":["id","domaine","chapitre","nature"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"id_imprime":{"$ref":"#/$defs/identifiant"},"id_socle":{"$ref":"#/$defs/identifiant"},"ids_vague1":{"$ref":"#/$defs/textes"},"domaine":{"$ref":"#/$defs/identifiant"},"chapitre":{"type":"string","minLength":1},"section":{"type":"string"},"bloc":{"type":"string"},"fonction":{"type":"string"},"profils":{"$ref":"#/$defs/textes"},"nature":{"enum":["EXIGENCE","PRECONISATION","INCONNUE","SUPPRIMEE"]},"texte":{"type":"string"},"commentaire":{"type":"string"},"criticite":{"type":"string"},"non_applicable":{"type":"object","required":["forme","source"],"additionalProperties":false,"properties":{"forme":{"type":"string","minLength":1},"source":{"type":"string","minLength":1}}},"clause":{"type":"boolean"},"empreinte":{"type":"string","pattern":"^[0-9a-f]{8}$"},"etat_source":{"type":"string"},"note":{"type":"string"},"confiance":{"enum":["vu","tierce","cite","deduit","importe"]},"source":{"type":"string"},"ligne":{"type":"object","required":["feuille","ligne"],"additionalProperties":false,"properties":{"feuille":{"type":"string"},"ligne":{"type":"integer","minimum":1}}},"scenarios":{"type":"array","items":{"$ref":"#/$defs/scenario"}}}},"scenario":{"type":"object","required":["id"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"id_imprime":{"$ref":"#/$defs/identifiant"},"nom":{"type":"string"},"texte":{"type":"string"},"obligatoire":{"type":"boolean"},"profils":{"$ref":"#/$defs/textes"},"mode":{"enum":["tous","au_moins_un"]},"couvre":{"$ref":"#/$defs/textes"},"references":{"$ref":"#/$defs/textes"},"id_derive":{"type":"boolean"},"etapes":{"type":"array","items":{"type":["string","object"],"required":["texte"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"texte":{"type":"string"},"couvre":{"$ref":"#/$defs/textes"}}}},"preuves":{"type":"array","items":{"$ref":"#/$defs/preuve"}}}},"preuve":{"type":"object","required":["id"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"id_imprime":{"$ref":"#/$defs/identifiant"},"attendu":{"type":"string"},"types":{"$ref":"#/$defs/textes"},"cas":{"type":"string"},"selon_cas":{"type":"boolean"},"condition":{"type":"string"},"cas_de_test":{"$ref":"#/$defs/textes"},"id_atypique":{"type":"boolean"},"id_derive":{"type":"boolean"},"etape":{"$ref":"#/$defs/identifiant"}}}}};
const schema32 = {"type":"string","minLength":1,"maxLength":200};
const schema33 = {"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"};
const schema34 = {"type":"array","items":{"type":"string","minLength":1}};
const func1 = Object.prototype.hasOwnProperty;
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern4 = new RegExp("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$", "u");
const pattern5 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern6 = new RegExp("^[0-9a-f]{8}$", "u");
const schema37 = {"type":"object","required":["id","domaine","chapitre","nature"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"id_imprime":{"$ref":"#/$defs/identifiant"},"id_socle":{"$ref":"#/$defs/identifiant"},"ids_vague1":{"$ref":"#/$defs/textes"},"domaine":{"$ref":"#/$defs/identifiant"},"chapitre":{"type":"string","minLength":1},"section":{"type":"string"},"bloc":{"type":"string"},"fonction":{"type":"string"},"profils":{"$ref":"#/$defs/textes"},"nature":{"enum":["EXIGENCE","PRECONISATION","INCONNUE","SUPPRIMEE"]},"texte":{"type":"string"},"commentaire":{"type":"string"},"criticite":{"type":"string"},"non_applicable":{"type":"object","required":["forme","source"],"additionalProperties":false,"properties":{"forme":{"type":"string","minLength":1},"source":{"type":"string","minLength":1}}},"clause":{"type":"boolean"},"empreinte":{"type":"string","pattern":"^[0-9a-f]{8}$"},"etat_source":{"type":"string"},"note":{"type":"string"},"confiance":{"enum":["vu","tierce","cite","deduit","importe"]},"source":{"type":"string"},"ligne":{"type":"object","required":["feuille","ligne"],"additionalProperties":false,"properties":{"feuille":{"type":"string"},"ligne":{"type":"integer","minimum":1}}},"scenarios":{"type":"array","items":{"$ref":"#/$defs/scenario"}}}};
const schema44 = {"type":"object","required":["id"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"id_imprime":{"$ref":"#/$defs/identifiant"},"nom":{"type":"string"},"texte":{"type":"string"},"obligatoire":{"type":"boolean"},"profils":{"$ref":"#/$defs/textes"},"mode":{"enum":["tous","au_moins_un"]},"couvre":{"$ref":"#/$defs/textes"},"references":{"$ref":"#/$defs/textes"},"id_derive":{"type":"boolean"},"etapes":{"type":"array","items":{"type":["string","object"],"required":["texte"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"texte":{"type":"string"},"couvre":{"$ref":"#/$defs/textes"}}}},"preuves":{"type":"array","items":{"$ref":"#/$defs/preuve"}}}};
const schema52 = {"type":"object","required":["id"],"additionalProperties":false,"properties":{"id":{"$ref":"#/$defs/identifiant"},"id_imprime":{"$ref":"#/$defs/identifiant"},"attendu":{"type":"string"},"types":{"$ref":"#/$defs/textes"},"cas":{"type":"string"},"selon_cas":{"type":"boolean"},"condition":{"type":"string"},"cas_de_test":{"$ref":"#/$defs/textes"},"id_atypique":{"type":"boolean"},"id_derive":{"type":"boolean"},"etape":{"$ref":"#/$defs/identifiant"}}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema52.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func2(data0) > 200){
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func2(data0) < 1){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.id_imprime !== undefined){
let data1 = data.id_imprime;
if(typeof data1 === "string"){
if(func2(data1) > 200){
const err5 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func2(data1) < 1){
const err6 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.attendu !== undefined){
if(typeof data.attendu !== "string"){
const err8 = {instancePath:instancePath+"/attendu",schemaPath:"#/properties/attendu/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.types !== undefined){
let data3 = data.types;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err9 = {instancePath:instancePath+"/types/" + i0,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/types/" + i0,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/types",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.cas !== undefined){
if(typeof data.cas !== "string"){
const err12 = {instancePath:instancePath+"/cas",schemaPath:"#/properties/cas/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.selon_cas !== undefined){
if(typeof data.selon_cas !== "boolean"){
const err13 = {instancePath:instancePath+"/selon_cas",schemaPath:"#/properties/selon_cas/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.condition !== undefined){
if(typeof data.condition !== "string"){
const err14 = {instancePath:instancePath+"/condition",schemaPath:"#/properties/condition/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.cas_de_test !== undefined){
let data8 = data.cas_de_test;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err15 = {instancePath:instancePath+"/cas_de_test/" + i1,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/cas_de_test/" + i1,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/cas_de_test",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.id_atypique !== undefined){
if(typeof data.id_atypique !== "boolean"){
const err18 = {instancePath:instancePath+"/id_atypique",schemaPath:"#/properties/id_atypique/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.id_derive !== undefined){
if(typeof data.id_derive !== "boolean"){
const err19 = {instancePath:instancePath+"/id_derive",schemaPath:"#/properties/id_derive/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.etape !== undefined){
let data12 = data.etape;
if(typeof data12 === "string"){
if(func2(data12) > 200){
const err20 = {instancePath:instancePath+"/etape",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func2(data12) < 1){
const err21 = {instancePath:instancePath+"/etape",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/etape",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema44.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func2(data0) > 200){
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func2(data0) < 1){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.id_imprime !== undefined){
let data1 = data.id_imprime;
if(typeof data1 === "string"){
if(func2(data1) > 200){
const err5 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func2(data1) < 1){
const err6 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.nom !== undefined){
if(typeof data.nom !== "string"){
const err8 = {instancePath:instancePath+"/nom",schemaPath:"#/properties/nom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.texte !== undefined){
if(typeof data.texte !== "string"){
const err9 = {instancePath:instancePath+"/texte",schemaPath:"#/properties/texte/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.obligatoire !== undefined){
if(typeof data.obligatoire !== "boolean"){
const err10 = {instancePath:instancePath+"/obligatoire",schemaPath:"#/properties/obligatoire/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.profils !== undefined){
let data5 = data.profils;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err11 = {instancePath:instancePath+"/profils/" + i0,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/profils/" + i0,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/profils",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.mode !== undefined){
let data7 = data.mode;
if(!((data7 === "tous") || (data7 === "au_moins_un"))){
const err14 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema44.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.couvre !== undefined){
let data8 = data.couvre;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err15 = {instancePath:instancePath+"/couvre/" + i1,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/couvre/" + i1,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/couvre",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.references !== undefined){
let data10 = data.references;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err18 = {instancePath:instancePath+"/references/" + i2,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/references/" + i2,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/references",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.id_derive !== undefined){
if(typeof data.id_derive !== "boolean"){
const err21 = {instancePath:instancePath+"/id_derive",schemaPath:"#/properties/id_derive/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.etapes !== undefined){
let data13 = data.etapes;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if((typeof data14 !== "string") && (!(data14 && typeof data14 == "object" && !Array.isArray(data14)))){
const err22 = {instancePath:instancePath+"/etapes/" + i3,schemaPath:"#/properties/etapes/items/type",keyword:"type",params:{type: schema44.properties.etapes.items.type},message:"must be string,object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.texte === undefined){
const err23 = {instancePath:instancePath+"/etapes/" + i3,schemaPath:"#/properties/etapes/items/required",keyword:"required",params:{missingProperty: "texte"},message:"must have required property '"+"texte"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key1 in data14){
if(!(((key1 === "id") || (key1 === "texte")) || (key1 === "couvre"))){
const err24 = {instancePath:instancePath+"/etapes/" + i3,schemaPath:"#/properties/etapes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data14.id !== undefined){
let data15 = data14.id;
if(typeof data15 === "string"){
if(func2(data15) > 200){
const err25 = {instancePath:instancePath+"/etapes/" + i3+"/id",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(func2(data15) < 1){
const err26 = {instancePath:instancePath+"/etapes/" + i3+"/id",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/etapes/" + i3+"/id",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data14.texte !== undefined){
if(typeof data14.texte !== "string"){
const err28 = {instancePath:instancePath+"/etapes/" + i3+"/texte",schemaPath:"#/properties/etapes/items/properties/texte/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.couvre !== undefined){
let data17 = data14.couvre;
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
let data18 = data17[i4];
if(typeof data18 === "string"){
if(func2(data18) < 1){
const err29 = {instancePath:instancePath+"/etapes/" + i3+"/couvre/" + i4,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/etapes/" + i3+"/couvre/" + i4,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/etapes/" + i3+"/couvre",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
}
else {
const err32 = {instancePath:instancePath+"/etapes",schemaPath:"#/properties/etapes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.preuves !== undefined){
let data19 = data.preuves;
if(Array.isArray(data19)){
const len5 = data19.length;
for(let i5=0; i5<len5; i5++){
if(!(validate23(data19[i5], {instancePath:instancePath+"/preuves/" + i5,parentData:data19,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/preuves",schemaPath:"#/properties/preuves/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.domaine === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domaine"},message:"must have required property '"+"domaine"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.chapitre === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "chapitre"},message:"must have required property '"+"chapitre"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nature === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nature"},message:"must have required property '"+"nature"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema37.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func2(data0) > 200){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func2(data0) < 1){
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.id_imprime !== undefined){
let data1 = data.id_imprime;
if(typeof data1 === "string"){
if(func2(data1) > 200){
const err8 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func2(data1) < 1){
const err9 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/id_imprime",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.id_socle !== undefined){
let data2 = data.id_socle;
if(typeof data2 === "string"){
if(func2(data2) > 200){
const err11 = {instancePath:instancePath+"/id_socle",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func2(data2) < 1){
const err12 = {instancePath:instancePath+"/id_socle",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/id_socle",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.ids_vague1 !== undefined){
let data3 = data.ids_vague1;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err14 = {instancePath:instancePath+"/ids_vague1/" + i0,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/ids_vague1/" + i0,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/ids_vague1",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.domaine !== undefined){
let data5 = data.domaine;
if(typeof data5 === "string"){
if(func2(data5) > 200){
const err17 = {instancePath:instancePath+"/domaine",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func2(data5) < 1){
const err18 = {instancePath:instancePath+"/domaine",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/domaine",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.chapitre !== undefined){
let data6 = data.chapitre;
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err20 = {instancePath:instancePath+"/chapitre",schemaPath:"#/properties/chapitre/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/chapitre",schemaPath:"#/properties/chapitre/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.section !== undefined){
if(typeof data.section !== "string"){
const err22 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.bloc !== undefined){
if(typeof data.bloc !== "string"){
const err23 = {instancePath:instancePath+"/bloc",schemaPath:"#/properties/bloc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.fonction !== undefined){
if(typeof data.fonction !== "string"){
const err24 = {instancePath:instancePath+"/fonction",schemaPath:"#/properties/fonction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.profils !== undefined){
let data10 = data.profils;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err25 = {instancePath:instancePath+"/profils/" + i1,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/profils/" + i1,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/profils",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.nature !== undefined){
let data12 = data.nature;
if(!((((data12 === "EXIGENCE") || (data12 === "PRECONISATION")) || (data12 === "INCONNUE")) || (data12 === "SUPPRIMEE"))){
const err28 = {instancePath:instancePath+"/nature",schemaPath:"#/properties/nature/enum",keyword:"enum",params:{allowedValues: schema37.properties.nature.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.texte !== undefined){
if(typeof data.texte !== "string"){
const err29 = {instancePath:instancePath+"/texte",schemaPath:"#/properties/texte/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.commentaire !== undefined){
if(typeof data.commentaire !== "string"){
const err30 = {instancePath:instancePath+"/commentaire",schemaPath:"#/properties/commentaire/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.criticite !== undefined){
if(typeof data.criticite !== "string"){
const err31 = {instancePath:instancePath+"/criticite",schemaPath:"#/properties/criticite/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.non_applicable !== undefined){
let data16 = data.non_applicable;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.forme === undefined){
const err32 = {instancePath:instancePath+"/non_applicable",schemaPath:"#/properties/non_applicable/required",keyword:"required",params:{missingProperty: "forme"},message:"must have required property '"+"forme"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data16.source === undefined){
const err33 = {instancePath:instancePath+"/non_applicable",schemaPath:"#/properties/non_applicable/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key1 in data16){
if(!((key1 === "forme") || (key1 === "source"))){
const err34 = {instancePath:instancePath+"/non_applicable",schemaPath:"#/properties/non_applicable/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data16.forme !== undefined){
let data17 = data16.forme;
if(typeof data17 === "string"){
if(func2(data17) < 1){
const err35 = {instancePath:instancePath+"/non_applicable/forme",schemaPath:"#/properties/non_applicable/properties/forme/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/non_applicable/forme",schemaPath:"#/properties/non_applicable/properties/forme/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data16.source !== undefined){
let data18 = data16.source;
if(typeof data18 === "string"){
if(func2(data18) < 1){
const err37 = {instancePath:instancePath+"/non_applicable/source",schemaPath:"#/properties/non_applicable/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/non_applicable/source",schemaPath:"#/properties/non_applicable/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/non_applicable",schemaPath:"#/properties/non_applicable/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.clause !== undefined){
if(typeof data.clause !== "boolean"){
const err40 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.empreinte !== undefined){
let data20 = data.empreinte;
if(typeof data20 === "string"){
if(!pattern6.test(data20)){
const err41 = {instancePath:instancePath+"/empreinte",schemaPath:"#/properties/empreinte/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}$"},message:"must match pattern \""+"^[0-9a-f]{8}$"+"\""};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/empreinte",schemaPath:"#/properties/empreinte/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.etat_source !== undefined){
if(typeof data.etat_source !== "string"){
const err43 = {instancePath:instancePath+"/etat_source",schemaPath:"#/properties/etat_source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
const err44 = {instancePath:instancePath+"/note",schemaPath:"#/properties/note/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.confiance !== undefined){
let data23 = data.confiance;
if(!(((((data23 === "vu") || (data23 === "tierce")) || (data23 === "cite")) || (data23 === "deduit")) || (data23 === "importe"))){
const err45 = {instancePath:instancePath+"/confiance",schemaPath:"#/properties/confiance/enum",keyword:"enum",params:{allowedValues: schema37.properties.confiance.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
const err46 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.ligne !== undefined){
let data25 = data.ligne;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.feuille === undefined){
const err47 = {instancePath:instancePath+"/ligne",schemaPath:"#/properties/ligne/required",keyword:"required",params:{missingProperty: "feuille"},message:"must have required property '"+"feuille"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data25.ligne === undefined){
const err48 = {instancePath:instancePath+"/ligne",schemaPath:"#/properties/ligne/required",keyword:"required",params:{missingProperty: "ligne"},message:"must have required property '"+"ligne"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key2 in data25){
if(!((key2 === "feuille") || (key2 === "ligne"))){
const err49 = {instancePath:instancePath+"/ligne",schemaPath:"#/properties/ligne/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data25.feuille !== undefined){
if(typeof data25.feuille !== "string"){
const err50 = {instancePath:instancePath+"/ligne/feuille",schemaPath:"#/properties/ligne/properties/feuille/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data25.ligne !== undefined){
let data27 = data25.ligne;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err51 = {instancePath:instancePath+"/ligne/ligne",schemaPath:"#/properties/ligne/properties/ligne/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
const err52 = {instancePath:instancePath+"/ligne/ligne",schemaPath:"#/properties/ligne/properties/ligne/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
}
else {
const err53 = {instancePath:instancePath+"/ligne",schemaPath:"#/properties/ligne/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.scenarios !== undefined){
let data28 = data.scenarios;
if(Array.isArray(data28)){
const len2 = data28.length;
for(let i2=0; i2<len2; i2++){
if(!(validate22(data28[i2], {instancePath:instancePath+"/scenarios/" + i2,parentData:data28,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err54 = {instancePath:instancePath+"/scenarios",schemaPath:"#/properties/scenarios/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:segur-preuves:schema:catalogue:1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.dispositif === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dispositif"},message:"must have required property '"+"dispositif"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.etat === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "etat"},message:"must have required property '"+"etat"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.exigences === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "exigences"},message:"must have required property '"+"exigences"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err5 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.dispositif !== undefined){
let data1 = data.dispositif;
if(typeof data1 === "string"){
if(func2(data1) > 200){
const err6 = {instancePath:instancePath+"/dispositif",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/dispositif",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/dispositif",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.nom !== undefined){
if(typeof data.nom !== "string"){
const err9 = {instancePath:instancePath+"/nom",schemaPath:"#/properties/nom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.couloir !== undefined){
if(typeof data.couloir !== "string"){
const err10 = {instancePath:instancePath+"/couloir",schemaPath:"#/properties/couloir/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.vague !== undefined){
let data4 = data.vague;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/vague",schemaPath:"#/properties/vague/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/vague",schemaPath:"#/properties/vague/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.id_vu !== undefined){
if(typeof data.id_vu !== "boolean"){
const err13 = {instancePath:instancePath+"/id_vu",schemaPath:"#/properties/id_vu/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.version_rem !== undefined){
if(typeof data.version_rem !== "string"){
const err14 = {instancePath:instancePath+"/version_rem",schemaPath:"#/properties/version_rem/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.date !== undefined){
let data7 = data.date;
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err15 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"},message:"must match pattern \""+"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.etat !== undefined){
let data8 = data.etat;
if(!(((data8 === "complet") || (data8 === "partiel")) || (data8 === "a_importer"))){
const err17 = {instancePath:instancePath+"/etat",schemaPath:"#/properties/etat/enum",keyword:"enum",params:{allowedValues: schema31.properties.etat.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
const err18 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.importe !== undefined){
let data10 = data.importe;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.fichier === undefined){
const err19 = {instancePath:instancePath+"/importe",schemaPath:"#/properties/importe/required",keyword:"required",params:{missingProperty: "fichier"},message:"must have required property '"+"fichier"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data10.feuilles === undefined){
const err20 = {instancePath:instancePath+"/importe",schemaPath:"#/properties/importe/required",keyword:"required",params:{missingProperty: "feuilles"},message:"must have required property '"+"feuilles"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key1 in data10){
if(!((((key1 === "fichier") || (key1 === "feuilles")) || (key1 === "sha256")) || (key1 === "empreinte"))){
const err21 = {instancePath:instancePath+"/importe",schemaPath:"#/properties/importe/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data10.fichier !== undefined){
if(typeof data10.fichier !== "string"){
const err22 = {instancePath:instancePath+"/importe/fichier",schemaPath:"#/properties/importe/properties/fichier/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data10.feuilles !== undefined){
let data12 = data10.feuilles;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(typeof data13 === "string"){
if(func2(data13) < 1){
const err23 = {instancePath:instancePath+"/importe/feuilles/" + i0,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/importe/feuilles/" + i0,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/importe/feuilles",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data10.sha256 !== undefined){
let data14 = data10.sha256;
if(typeof data14 === "string"){
if(!pattern5.test(data14)){
const err26 = {instancePath:instancePath+"/importe/sha256",schemaPath:"#/properties/importe/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/importe/sha256",schemaPath:"#/properties/importe/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data10.empreinte !== undefined){
let data15 = data10.empreinte;
if(typeof data15 === "string"){
if(!pattern6.test(data15)){
const err28 = {instancePath:instancePath+"/importe/empreinte",schemaPath:"#/properties/importe/properties/empreinte/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}$"},message:"must match pattern \""+"^[0-9a-f]{8}$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/importe/empreinte",schemaPath:"#/properties/importe/properties/empreinte/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/importe",schemaPath:"#/properties/importe/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.domaines !== undefined){
let data16 = data.domaines;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.id === undefined){
const err31 = {instancePath:instancePath+"/domaines/" + i1,schemaPath:"#/properties/domaines/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data17.nom === undefined){
const err32 = {instancePath:instancePath+"/domaines/" + i1,schemaPath:"#/properties/domaines/items/required",keyword:"required",params:{missingProperty: "nom"},message:"must have required property '"+"nom"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key2 in data17){
if(!((key2 === "id") || (key2 === "nom"))){
const err33 = {instancePath:instancePath+"/domaines/" + i1,schemaPath:"#/properties/domaines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data17.id !== undefined){
let data18 = data17.id;
if(typeof data18 === "string"){
if(func2(data18) > 200){
const err34 = {instancePath:instancePath+"/domaines/" + i1+"/id",schemaPath:"#/$defs/identifiant/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(func2(data18) < 1){
const err35 = {instancePath:instancePath+"/domaines/" + i1+"/id",schemaPath:"#/$defs/identifiant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/domaines/" + i1+"/id",schemaPath:"#/$defs/identifiant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data17.nom !== undefined){
if(typeof data17.nom !== "string"){
const err37 = {instancePath:instancePath+"/domaines/" + i1+"/nom",schemaPath:"#/properties/domaines/items/properties/nom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/domaines/" + i1,schemaPath:"#/properties/domaines/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/domaines",schemaPath:"#/properties/domaines/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.chapitres !== undefined){
let data20 = data.chapitres;
if(Array.isArray(data20)){
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.nom === undefined){
const err40 = {instancePath:instancePath+"/chapitres/" + i2,schemaPath:"#/properties/chapitres/items/required",keyword:"required",params:{missingProperty: "nom"},message:"must have required property '"+"nom"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
for(const key3 in data21){
if(!(key3 === "nom")){
const err41 = {instancePath:instancePath+"/chapitres/" + i2,schemaPath:"#/properties/chapitres/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data21.nom !== undefined){
let data22 = data21.nom;
if(typeof data22 === "string"){
if(func2(data22) < 1){
const err42 = {instancePath:instancePath+"/chapitres/" + i2+"/nom",schemaPath:"#/properties/chapitres/items/properties/nom/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/chapitres/" + i2+"/nom",schemaPath:"#/properties/chapitres/items/properties/nom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/chapitres/" + i2,schemaPath:"#/properties/chapitres/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/chapitres",schemaPath:"#/properties/chapitres/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.profils !== undefined){
let data23 = data.profils;
if(Array.isArray(data23)){
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
let data24 = data23[i3];
if(typeof data24 === "string"){
if(func2(data24) < 1){
const err46 = {instancePath:instancePath+"/profils/" + i3,schemaPath:"#/$defs/textes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/profils/" + i3,schemaPath:"#/$defs/textes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/profils",schemaPath:"#/$defs/textes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.exigences !== undefined){
let data25 = data.exigences;
if(Array.isArray(data25)){
const len4 = data25.length;
for(let i4=0; i4<len4; i4++){
if(!(validate21(data25[i4], {instancePath:instancePath+"/exigences/" + i4,parentData:data25,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err49 = {instancePath:instancePath+"/exigences",schemaPath:"#/properties/exigences/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.scenarios !== undefined){
let data27 = data.scenarios;
if(Array.isArray(data27)){
const len5 = data27.length;
for(let i5=0; i5<len5; i5++){
if(!(validate22(data27[i5], {instancePath:instancePath+"/scenarios/" + i5,parentData:data27,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err50 = {instancePath:instancePath+"/scenarios",schemaPath:"#/properties/scenarios/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

