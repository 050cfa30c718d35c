// Generated from schemas/v1 by scripts/types.ts: change the schema, then npm run generate.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validateContentTypes = validate20;
var func1 = require_ucs2length().default;
var pattern5 = new RegExp("^%b[a-z2-7]{51}[aq]$", "u");
var pattern4 = new RegExp("^@b[a-z2-7]{51}[aq]$", "u");
var pattern6 = new RegExp("^&b[a-z2-7]{51}[aq]$", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  const _errs2 = errors;
  if (errors === _errs2) {
    if (typeof data === "string") {
      if (!pattern4.test(data)) {
        const err0 = { instancePath, schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs4 = errors;
  const _errs5 = errors;
  if (errors === _errs5) {
    if (typeof data === "string") {
      if (!pattern5.test(data)) {
        const err2 = { instancePath, schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  const _errs7 = errors;
  const _errs8 = errors;
  if (errors === _errs8) {
    if (typeof data === "string") {
      if (!pattern6.test(data)) {
        const err4 = { instancePath, schemaPath: "identifiers.schema.json#/$defs/blobId/pattern", keyword: "pattern", params: { pattern: "^&b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^&b[a-z2-7]{51}[aq]$"' };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    } else {
      const err5 = { instancePath, schemaPath: "identifiers.schema.json#/$defs/blobId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid0 = _errs7 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err6 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
    validate23.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.text === void 0 && (missing0 = "text")) {
        validate21.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.type !== void 0) {
          const _errs1 = errors;
          if ("post" !== data.type) {
            validate21.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "post" }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.text !== void 0) {
            const _errs2 = errors;
            if (typeof data.text !== "string") {
              validate21.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.channel !== void 0) {
              let data2 = data.channel;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data2 === "string") {
                  if (func1(data2) < 1) {
                    validate21.errors = [{ instancePath: instancePath + "/channel", schemaPath: "#/properties/channel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate21.errors = [{ instancePath: instancePath + "/channel", schemaPath: "#/properties/channel/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.root !== void 0) {
                let data3 = data.root;
                const _errs6 = errors;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (typeof data3 === "string") {
                    if (!pattern5.test(data3)) {
                      validate21.errors = [{ instancePath: instancePath + "/root", schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' }];
                      return false;
                    }
                  } else {
                    validate21.errors = [{ instancePath: instancePath + "/root", schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.branch !== void 0) {
                  let data4 = data.branch;
                  const _errs9 = errors;
                  const _errs10 = errors;
                  let valid2 = false;
                  const _errs11 = errors;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (typeof data4 === "string") {
                      if (!pattern5.test(data4)) {
                        const err0 = { instancePath: instancePath + "/branch", schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' };
                        if (vErrors === null) {
                          vErrors = [err0];
                        } else {
                          vErrors.push(err0);
                        }
                        errors++;
                      }
                    } else {
                      const err1 = { instancePath: instancePath + "/branch", schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err1];
                      } else {
                        vErrors.push(err1);
                      }
                      errors++;
                    }
                  }
                  var _valid0 = _errs11 === errors;
                  valid2 = valid2 || _valid0;
                  const _errs14 = errors;
                  if (errors === _errs14) {
                    if (Array.isArray(data4)) {
                      if (data4.length < 1) {
                        const err2 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                        if (vErrors === null) {
                          vErrors = [err2];
                        } else {
                          vErrors.push(err2);
                        }
                        errors++;
                      } else {
                        var valid4 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          let data5 = data4[i0];
                          const _errs16 = errors;
                          const _errs17 = errors;
                          if (errors === _errs17) {
                            if (typeof data5 === "string") {
                              if (!pattern5.test(data5)) {
                                const err3 = { instancePath: instancePath + "/branch/" + i0, schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' };
                                if (vErrors === null) {
                                  vErrors = [err3];
                                } else {
                                  vErrors.push(err3);
                                }
                                errors++;
                              }
                            } else {
                              const err4 = { instancePath: instancePath + "/branch/" + i0, schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err4];
                              } else {
                                vErrors.push(err4);
                              }
                              errors++;
                            }
                          }
                          var valid4 = _errs16 === errors;
                          if (!valid4) {
                            break;
                          }
                        }
                      }
                    } else {
                      const err5 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                      if (vErrors === null) {
                        vErrors = [err5];
                      } else {
                        vErrors.push(err5);
                      }
                      errors++;
                    }
                  }
                  var _valid0 = _errs14 === errors;
                  valid2 = valid2 || _valid0;
                  if (!valid2) {
                    const err6 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                    if (vErrors === null) {
                      vErrors = [err6];
                    } else {
                      vErrors.push(err6);
                    }
                    errors++;
                    validate21.errors = vErrors;
                    return false;
                  } else {
                    errors = _errs10;
                    if (vErrors !== null) {
                      if (_errs10) {
                        vErrors.length = _errs10;
                      } else {
                        vErrors = null;
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.mentions !== void 0) {
                    let data6 = data.mentions;
                    const _errs19 = errors;
                    if (errors === _errs19) {
                      if (Array.isArray(data6)) {
                        var valid6 = true;
                        const len1 = data6.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          let data7 = data6[i1];
                          const _errs21 = errors;
                          if (errors === _errs21) {
                            if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                              let missing1;
                              if (data7.link === void 0 && (missing1 = "link")) {
                                validate21.errors = [{ instancePath: instancePath + "/mentions/" + i1, schemaPath: "#/properties/mentions/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                return false;
                              } else {
                                if (data7.link !== void 0) {
                                  const _errs23 = errors;
                                  if (!validate23(data7.link, { instancePath: instancePath + "/mentions/" + i1 + "/link", parentData: data7, parentDataProperty: "link", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid7 = _errs23 === errors;
                                } else {
                                  var valid7 = true;
                                }
                                if (valid7) {
                                  if (data7.name !== void 0) {
                                    const _errs24 = errors;
                                    if (typeof data7.name !== "string") {
                                      validate21.errors = [{ instancePath: instancePath + "/mentions/" + i1 + "/name", schemaPath: "#/properties/mentions/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid7 = _errs24 === errors;
                                  } else {
                                    var valid7 = true;
                                  }
                                }
                              }
                            } else {
                              validate21.errors = [{ instancePath: instancePath + "/mentions/" + i1, schemaPath: "#/properties/mentions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                              return false;
                            }
                          }
                          var valid6 = _errs21 === errors;
                          if (!valid6) {
                            break;
                          }
                        }
                      } else {
                        validate21.errors = [{ instancePath: instancePath + "/mentions", schemaPath: "#/properties/mentions/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid0 = _errs19 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate21.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": { "type": true, "text": true, "channel": true, "root": true, "branch": true, "mentions": true }, "dynamicProps": false, "dynamicItems": false };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.about === void 0 && (missing0 = "about")) {
        validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.type !== void 0) {
          const _errs1 = errors;
          if ("about" !== data.type) {
            validate26.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "about" }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.about !== void 0) {
            const _errs2 = errors;
            if (!validate23(data.about, { instancePath: instancePath + "/about", parentData: data, parentDataProperty: "about", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.name !== void 0) {
              let data2 = data.name;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data2 === "string") {
                  if (func1(data2) < 1) {
                    validate26.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate26.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.description !== void 0) {
                const _errs5 = errors;
                if (typeof data.description !== "string") {
                  validate26.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.image !== void 0) {
                  let data4 = data.image;
                  const _errs7 = errors;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (typeof data4 === "string") {
                      if (!pattern6.test(data4)) {
                        validate26.errors = [{ instancePath: instancePath + "/image", schemaPath: "identifiers.schema.json#/$defs/blobId/pattern", keyword: "pattern", params: { pattern: "^&b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^&b[a-z2-7]{51}[aq]$"' }];
                        return false;
                      }
                    } else {
                      validate26.errors = [{ instancePath: instancePath + "/image", schemaPath: "identifiers.schema.json#/$defs/blobId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate26.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": { "type": true, "about": true, "name": true, "description": true, "image": true }, "dynamicProps": false, "dynamicItems": false };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.contact === void 0 && (missing0 = "contact")) {
        validate29.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.type !== void 0) {
          const _errs1 = errors;
          if ("contact" !== data.type) {
            validate29.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "contact" }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.contact !== void 0) {
            let data1 = data.contact;
            const _errs2 = errors;
            const _errs3 = errors;
            if (errors === _errs3) {
              if (typeof data1 === "string") {
                if (!pattern4.test(data1)) {
                  validate29.errors = [{ instancePath: instancePath + "/contact", schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' }];
                  return false;
                }
              } else {
                validate29.errors = [{ instancePath: instancePath + "/contact", schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.following !== void 0) {
              const _errs5 = errors;
              if (typeof data.following !== "boolean") {
                validate29.errors = [{ instancePath: instancePath + "/following", schemaPath: "#/properties/following/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.blocking !== void 0) {
                const _errs7 = errors;
                if (typeof data.blocking !== "boolean") {
                  validate29.errors = [{ instancePath: instancePath + "/blocking", schemaPath: "#/properties/blocking/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate29.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": { "type": true, "contact": true, "following": true, "blocking": true }, "dynamicProps": false, "dynamicItems": false };
var schema49 = { "title": "VoteContent", "description": "What the author thinks of a record.", "type": "object", "required": ["type", "vote"], "properties": { "type": { "const": "vote" }, "vote": { "title": "Vote", "type": "object", "required": ["link", "value"], "properties": { "link": { "description": "What it is about.", "$ref": "identifiers.schema.json#/$defs/recordId" }, "value": { "description": "1 for, -1 against, 0 takes the vote back.", "enum": [-1, 0, 1] }, "expression": { "description": "How to show it.", "type": "string" } } } } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.vote === void 0 && (missing0 = "vote")) {
        validate31.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.type !== void 0) {
          const _errs1 = errors;
          if ("vote" !== data.type) {
            validate31.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "vote" }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.vote !== void 0) {
            let data1 = data.vote;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                let missing1;
                if (data1.link === void 0 && (missing1 = "link") || data1.value === void 0 && (missing1 = "value")) {
                  validate31.errors = [{ instancePath: instancePath + "/vote", schemaPath: "#/properties/vote/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  if (data1.link !== void 0) {
                    let data2 = data1.link;
                    const _errs4 = errors;
                    const _errs5 = errors;
                    if (errors === _errs5) {
                      if (typeof data2 === "string") {
                        if (!pattern5.test(data2)) {
                          validate31.errors = [{ instancePath: instancePath + "/vote/link", schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' }];
                          return false;
                        }
                      } else {
                        validate31.errors = [{ instancePath: instancePath + "/vote/link", schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data1.value !== void 0) {
                      let data3 = data1.value;
                      const _errs7 = errors;
                      if (!(data3 === -1 || data3 === 0 || data3 === 1)) {
                        validate31.errors = [{ instancePath: instancePath + "/vote/value", schemaPath: "#/properties/vote/properties/value/enum", keyword: "enum", params: { allowedValues: schema49.properties.vote.properties.value.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid1 = _errs7 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data1.expression !== void 0) {
                        const _errs8 = errors;
                        if (typeof data1.expression !== "string") {
                          validate31.errors = [{ instancePath: instancePath + "/vote/expression", schemaPath: "#/properties/vote/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid1 = _errs8 === errors;
                      } else {
                        var valid1 = true;
                      }
                    }
                  }
                }
              } else {
                validate31.errors = [{ instancePath: instancePath + "/vote", schemaPath: "#/properties/vote/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": { "type": true, "vote": true }, "dynamicProps": false, "dynamicItems": false };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.messages === void 0 && (missing0 = "messages")) {
        validate33.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.type !== void 0) {
          const _errs1 = errors;
          if ("forget" !== data.type) {
            validate33.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "forget" }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.messages !== void 0) {
            let data1 = data.messages;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data1)) {
                if (data1.length < 1) {
                  validate33.errors = [{ instancePath: instancePath + "/messages", schemaPath: "#/properties/messages/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data2 = data1[i0];
                    const _errs4 = errors;
                    const _errs5 = errors;
                    if (errors === _errs5) {
                      if (typeof data2 === "string") {
                        if (!pattern5.test(data2)) {
                          validate33.errors = [{ instancePath: instancePath + "/messages/" + i0, schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' }];
                          return false;
                        }
                      } else {
                        validate33.errors = [{ instancePath: instancePath + "/messages/" + i0, schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate33.errors = [{ instancePath: instancePath + "/messages", schemaPath: "#/properties/messages/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate33.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "props": { "type": true, "messages": true }, "dynamicProps": false, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate21(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = {};
    props0.type = true;
    props0.text = true;
    props0.channel = true;
    props0.root = true;
    props0.branch = true;
    props0.mentions = true;
  }
  const _errs2 = errors;
  if (!validate26(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.type = true;
      props0.about = true;
      props0.name = true;
      props0.description = true;
      props0.image = true;
    }
  }
  const _errs3 = errors;
  if (!validate29(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.type = true;
      props0.contact = true;
      props0.following = true;
      props0.blocking = true;
    }
  }
  const _errs4 = errors;
  if (!validate31(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.type = true;
      props0.vote = true;
    }
  }
  const _errs5 = errors;
  if (!validate33(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs5 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.type = true;
      props0.messages = true;
    }
  }
  if (!valid0) {
    const err0 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
    validate20.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate20.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate20.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateDocumentHeader = validate35;
var schema53 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://rockpool.example/schemas/v1/document-header.schema.json", "title": "DocumentHeader", "description": "The header of a document.", "type": "object", "required": ["format", "space", "author", "path", "timestamp", "contentHash", "contentSize"], "additionalProperties": false, "properties": { "format": { "description": "Name and version of the format.", "const": "rp.document.1" }, "space": { "$ref": "identifiers.schema.json#/$defs/space", "description": "The space that the document belongs to." }, "author": { "$ref": "identifiers.schema.json#/$defs/key", "description": "The key that is the author's name." }, "path": { "description": "Where the document is; at most 512 characters.", "type": "string", "maxLength": 512, "pattern": "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$" }, "timestamp": { "$ref": "identifiers.schema.json#/$defs/micros", "description": "When it was written, in microseconds since 1970." }, "contentHash": { "$ref": "identifiers.schema.json#/$defs/blobId", "description": "The blob id of the content." }, "contentSize": { "$ref": "identifiers.schema.json#/$defs/size", "description": "The length of the content in bytes." }, "contentType": { "description": "The media type of the content, without parameters; at most 127 characters.", "type": "string", "maxLength": 127, "pattern": "^[a-z0-9][a-z0-9!#$&\\-^_.+]*/[a-z0-9][a-z0-9!#$&\\-^_.+]*$" }, "expires": { "$ref": "identifiers.schema.json#/$defs/micros", "description": "When it goes away, in microseconds since 1970." }, "key": { "$ref": "identifiers.schema.json#/$defs/key", "description": "The key that signed, where it is not the author's." } } };
var func3 = Object.prototype.hasOwnProperty;
var pattern7 = new RegExp("^\\+[a-z][a-z0-9]{0,14}\\.[bx][a-z2-7]{51}[aq]$", "u");
var pattern20 = new RegExp("^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$", "u");
var pattern22 = new RegExp("^[a-z0-9][a-z0-9!#$&\\-^_.+]*/[a-z0-9][a-z0-9!#$&\\-^_.+]*$", "u");
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.format === void 0 && (missing0 = "format") || data.space === void 0 && (missing0 = "space") || data.author === void 0 && (missing0 = "author") || data.path === void 0 && (missing0 = "path") || data.timestamp === void 0 && (missing0 = "timestamp") || data.contentHash === void 0 && (missing0 = "contentHash") || data.contentSize === void 0 && (missing0 = "contentSize")) {
        validate35.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func3.call(schema53.properties, key0)) {
            validate35.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.format !== void 0) {
            const _errs2 = errors;
            if ("rp.document.1" !== data.format) {
              validate35.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/const", keyword: "const", params: { allowedValue: "rp.document.1" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.space !== void 0) {
              let data1 = data.space;
              const _errs3 = errors;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern7.test(data1)) {
                    validate35.errors = [{ instancePath: instancePath + "/space", schemaPath: "identifiers.schema.json#/$defs/space/pattern", keyword: "pattern", params: { pattern: "^\\+[a-z][a-z0-9]{0,14}\\.[bx][a-z2-7]{51}[aq]$" }, message: 'must match pattern "^\\+[a-z][a-z0-9]{0,14}\\.[bx][a-z2-7]{51}[aq]$"' }];
                    return false;
                  }
                } else {
                  validate35.errors = [{ instancePath: instancePath + "/space", schemaPath: "identifiers.schema.json#/$defs/space/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.author !== void 0) {
                let data2 = data.author;
                const _errs6 = errors;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (typeof data2 === "string") {
                    if (!pattern4.test(data2)) {
                      validate35.errors = [{ instancePath: instancePath + "/author", schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' }];
                      return false;
                    }
                  } else {
                    validate35.errors = [{ instancePath: instancePath + "/author", schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.path !== void 0) {
                  let data3 = data.path;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (typeof data3 === "string") {
                      if (func1(data3) > 512) {
                        validate35.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" }];
                        return false;
                      } else {
                        if (!pattern20.test(data3)) {
                          validate35.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$" }, message: `must match pattern "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$"` }];
                          return false;
                        }
                      }
                    } else {
                      validate35.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.timestamp !== void 0) {
                    let data4 = data.timestamp;
                    const _errs11 = errors;
                    const _errs12 = errors;
                    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                      validate35.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs12) {
                      if (typeof data4 == "number" && isFinite(data4)) {
                        if (data4 > 9007199254740990 || isNaN(data4)) {
                          validate35.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" }];
                          return false;
                        } else {
                          if (data4 < 1e13 || isNaN(data4)) {
                            validate35.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.contentHash !== void 0) {
                      let data5 = data.contentHash;
                      const _errs14 = errors;
                      const _errs15 = errors;
                      if (errors === _errs15) {
                        if (typeof data5 === "string") {
                          if (!pattern6.test(data5)) {
                            validate35.errors = [{ instancePath: instancePath + "/contentHash", schemaPath: "identifiers.schema.json#/$defs/blobId/pattern", keyword: "pattern", params: { pattern: "^&b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^&b[a-z2-7]{51}[aq]$"' }];
                            return false;
                          }
                        } else {
                          validate35.errors = [{ instancePath: instancePath + "/contentHash", schemaPath: "identifiers.schema.json#/$defs/blobId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.contentSize !== void 0) {
                        let data6 = data.contentSize;
                        const _errs17 = errors;
                        const _errs18 = errors;
                        if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                          validate35.errors = [{ instancePath: instancePath + "/contentSize", schemaPath: "identifiers.schema.json#/$defs/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                          return false;
                        }
                        if (errors === _errs18) {
                          if (typeof data6 == "number" && isFinite(data6)) {
                            if (data6 > 9007199254740991 || isNaN(data6)) {
                              validate35.errors = [{ instancePath: instancePath + "/contentSize", schemaPath: "identifiers.schema.json#/$defs/size/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                              return false;
                            } else {
                              if (data6 < 0 || isNaN(data6)) {
                                validate35.errors = [{ instancePath: instancePath + "/contentSize", schemaPath: "identifiers.schema.json#/$defs/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                return false;
                              }
                            }
                          }
                        }
                        var valid0 = _errs17 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.contentType !== void 0) {
                          let data7 = data.contentType;
                          const _errs20 = errors;
                          if (errors === _errs20) {
                            if (typeof data7 === "string") {
                              if (func1(data7) > 127) {
                                validate35.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/maxLength", keyword: "maxLength", params: { limit: 127 }, message: "must NOT have more than 127 characters" }];
                                return false;
                              } else {
                                if (!pattern22.test(data7)) {
                                  validate35.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9!#$&\\-^_.+]*/[a-z0-9][a-z0-9!#$&\\-^_.+]*$" }, message: 'must match pattern "^[a-z0-9][a-z0-9!#$&\\-^_.+]*/[a-z0-9][a-z0-9!#$&\\-^_.+]*$"' }];
                                  return false;
                                }
                              }
                            } else {
                              validate35.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs20 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.expires !== void 0) {
                            let data8 = data.expires;
                            const _errs22 = errors;
                            const _errs23 = errors;
                            if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                              validate35.errors = [{ instancePath: instancePath + "/expires", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs23) {
                              if (typeof data8 == "number" && isFinite(data8)) {
                                if (data8 > 9007199254740990 || isNaN(data8)) {
                                  validate35.errors = [{ instancePath: instancePath + "/expires", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" }];
                                  return false;
                                } else {
                                  if (data8 < 1e13 || isNaN(data8)) {
                                    validate35.errors = [{ instancePath: instancePath + "/expires", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" }];
                                    return false;
                                  }
                                }
                              }
                            }
                            var valid0 = _errs22 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.key !== void 0) {
                              let data9 = data.key;
                              const _errs25 = errors;
                              const _errs26 = errors;
                              if (errors === _errs26) {
                                if (typeof data9 === "string") {
                                  if (!pattern4.test(data9)) {
                                    validate35.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' }];
                                    return false;
                                  }
                                } else {
                                  validate35.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs25 === errors;
                            } else {
                              var valid0 = true;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate35.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateEarthstarEs4 = validate36;
var schema61 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://rockpool.example/schemas/v1/earthstar-es4.schema.json", "title": "EarthstarEs4", "description": "An Earthstar document of format es.4.", "type": "object", "required": ["format", "author", "path", "content", "contentHash", "timestamp", "deleteAfter", "workspace", "signature"], "additionalProperties": false, "properties": { "format": { "description": "Name and version of the format.", "const": "es.4" }, "author": { "description": "The author's address: @, a short name of 4 characters, a full stop, a key.", "type": "string", "pattern": "^@[a-z][a-z0-9]{3}\\.b[a-z2-7]{51}[aq]$" }, "path": { "description": "Where the document is; at most 512 characters.", "type": "string", "maxLength": 512, "pattern": "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$" }, "content": { "description": "The content; empty for a deleted document; at most 4,000,000 bytes of UTF-8.", "type": "string", "maxLength": 4e6 }, "contentHash": { "$ref": "identifiers.schema.json#/$defs/hash", "description": "SHA-256 of the content." }, "timestamp": { "$ref": "identifiers.schema.json#/$defs/micros", "description": "When it was written, in microseconds since 1970." }, "deleteAfter": { "description": "When it goes away, in microseconds since 1970, or null.", "anyOf": [{ "$ref": "identifiers.schema.json#/$defs/micros" }, { "type": "null" }] }, "workspace": { "description": "The share's address; the suffix is a key or free text.", "type": "string", "pattern": "^\\+[a-z][a-z0-9]{0,14}\\.(?:b[a-z2-7]{51}[aq]|(?!b[a-z2-7]{52}$)[a-z][a-z0-9]{0,52})$" }, "signature": { "$ref": "identifiers.schema.json#/$defs/signature", "description": "The author's signature of the hash." } } };
var pattern24 = new RegExp("^@[a-z][a-z0-9]{3}\\.b[a-z2-7]{51}[aq]$", "u");
var pattern26 = new RegExp("^b[a-z2-7]{51}[aq]$", "u");
var pattern27 = new RegExp("^\\+[a-z][a-z0-9]{0,14}\\.(?:b[a-z2-7]{51}[aq]|(?!b[a-z2-7]{52}$)[a-z][a-z0-9]{0,52})$", "u");
var pattern28 = new RegExp("^b[a-z2-7]{102}[aiqy]$", "u");
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.format === void 0 && (missing0 = "format") || data.author === void 0 && (missing0 = "author") || data.path === void 0 && (missing0 = "path") || data.content === void 0 && (missing0 = "content") || data.contentHash === void 0 && (missing0 = "contentHash") || data.timestamp === void 0 && (missing0 = "timestamp") || data.deleteAfter === void 0 && (missing0 = "deleteAfter") || data.workspace === void 0 && (missing0 = "workspace") || data.signature === void 0 && (missing0 = "signature")) {
        validate36.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func3.call(schema61.properties, key0)) {
            validate36.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.format !== void 0) {
            const _errs2 = errors;
            if ("es.4" !== data.format) {
              validate36.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/const", keyword: "const", params: { allowedValue: "es.4" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.author !== void 0) {
              let data1 = data.author;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (!pattern24.test(data1)) {
                    validate36.errors = [{ instancePath: instancePath + "/author", schemaPath: "#/properties/author/pattern", keyword: "pattern", params: { pattern: "^@[a-z][a-z0-9]{3}\\.b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@[a-z][a-z0-9]{3}\\.b[a-z2-7]{51}[aq]$"' }];
                    return false;
                  }
                } else {
                  validate36.errors = [{ instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.path !== void 0) {
                let data2 = data.path;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (typeof data2 === "string") {
                    if (func1(data2) > 512) {
                      validate36.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" }];
                      return false;
                    } else {
                      if (!pattern20.test(data2)) {
                        validate36.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$" }, message: `must match pattern "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$"` }];
                        return false;
                      }
                    }
                  } else {
                    validate36.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.content !== void 0) {
                  let data3 = data.content;
                  const _errs7 = errors;
                  if (errors === _errs7) {
                    if (typeof data3 === "string") {
                      if (func1(data3) > 4e6) {
                        validate36.errors = [{ instancePath: instancePath + "/content", schemaPath: "#/properties/content/maxLength", keyword: "maxLength", params: { limit: 4e6 }, message: "must NOT have more than 4000000 characters" }];
                        return false;
                      }
                    } else {
                      validate36.errors = [{ instancePath: instancePath + "/content", schemaPath: "#/properties/content/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.contentHash !== void 0) {
                    let data4 = data.contentHash;
                    const _errs9 = errors;
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (typeof data4 === "string") {
                        if (!pattern26.test(data4)) {
                          validate36.errors = [{ instancePath: instancePath + "/contentHash", schemaPath: "identifiers.schema.json#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^b[a-z2-7]{51}[aq]$"' }];
                          return false;
                        }
                      } else {
                        validate36.errors = [{ instancePath: instancePath + "/contentHash", schemaPath: "identifiers.schema.json#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.timestamp !== void 0) {
                      let data5 = data.timestamp;
                      const _errs12 = errors;
                      const _errs13 = errors;
                      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                        validate36.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs13) {
                        if (typeof data5 == "number" && isFinite(data5)) {
                          if (data5 > 9007199254740990 || isNaN(data5)) {
                            validate36.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" }];
                            return false;
                          } else {
                            if (data5 < 1e13 || isNaN(data5)) {
                              validate36.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" }];
                              return false;
                            }
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.deleteAfter !== void 0) {
                        let data6 = data.deleteAfter;
                        const _errs15 = errors;
                        const _errs16 = errors;
                        let valid3 = false;
                        const _errs17 = errors;
                        const _errs18 = errors;
                        if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                          const err0 = { instancePath: instancePath + "/deleteAfter", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                          if (vErrors === null) {
                            vErrors = [err0];
                          } else {
                            vErrors.push(err0);
                          }
                          errors++;
                        }
                        if (errors === _errs18) {
                          if (typeof data6 == "number" && isFinite(data6)) {
                            if (data6 > 9007199254740990 || isNaN(data6)) {
                              const err1 = { instancePath: instancePath + "/deleteAfter", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" };
                              if (vErrors === null) {
                                vErrors = [err1];
                              } else {
                                vErrors.push(err1);
                              }
                              errors++;
                            } else {
                              if (data6 < 1e13 || isNaN(data6)) {
                                const err2 = { instancePath: instancePath + "/deleteAfter", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" };
                                if (vErrors === null) {
                                  vErrors = [err2];
                                } else {
                                  vErrors.push(err2);
                                }
                                errors++;
                              }
                            }
                          }
                        }
                        var _valid0 = _errs17 === errors;
                        valid3 = valid3 || _valid0;
                        const _errs20 = errors;
                        if (data6 !== null) {
                          const err3 = { instancePath: instancePath + "/deleteAfter", schemaPath: "#/properties/deleteAfter/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                          if (vErrors === null) {
                            vErrors = [err3];
                          } else {
                            vErrors.push(err3);
                          }
                          errors++;
                        }
                        var _valid0 = _errs20 === errors;
                        valid3 = valid3 || _valid0;
                        if (!valid3) {
                          const err4 = { instancePath: instancePath + "/deleteAfter", schemaPath: "#/properties/deleteAfter/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                          if (vErrors === null) {
                            vErrors = [err4];
                          } else {
                            vErrors.push(err4);
                          }
                          errors++;
                          validate36.errors = vErrors;
                          return false;
                        } else {
                          errors = _errs16;
                          if (vErrors !== null) {
                            if (_errs16) {
                              vErrors.length = _errs16;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.workspace !== void 0) {
                          let data7 = data.workspace;
                          const _errs22 = errors;
                          if (errors === _errs22) {
                            if (typeof data7 === "string") {
                              if (!pattern27.test(data7)) {
                                validate36.errors = [{ instancePath: instancePath + "/workspace", schemaPath: "#/properties/workspace/pattern", keyword: "pattern", params: { pattern: "^\\+[a-z][a-z0-9]{0,14}\\.(?:b[a-z2-7]{51}[aq]|(?!b[a-z2-7]{52}$)[a-z][a-z0-9]{0,52})$" }, message: 'must match pattern "^\\+[a-z][a-z0-9]{0,14}\\.(?:b[a-z2-7]{51}[aq]|(?!b[a-z2-7]{52}$)[a-z][a-z0-9]{0,52})$"' }];
                                return false;
                              }
                            } else {
                              validate36.errors = [{ instancePath: instancePath + "/workspace", schemaPath: "#/properties/workspace/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs22 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.signature !== void 0) {
                            let data8 = data.signature;
                            const _errs24 = errors;
                            const _errs25 = errors;
                            if (errors === _errs25) {
                              if (typeof data8 === "string") {
                                if (!pattern28.test(data8)) {
                                  validate36.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{102}[aiqy]$" }, message: 'must match pattern "^b[a-z2-7]{102}[aiqy]$"' }];
                                  return false;
                                }
                              } else {
                                validate36.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs24 === errors;
                          } else {
                            var valid0 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate36.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateEarthstarEs5 = validate37;
var schema66 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://rockpool.example/schemas/v1/earthstar-es5.schema.json", "title": "EarthstarEs5", "description": "An Earthstar document of format es.5.", "type": "object", "required": ["format", "author", "path", "text", "textHash", "timestamp", "share", "signature", "shareSignature"], "additionalProperties": false, "properties": { "format": { "description": "Name and version of the format.", "const": "es.5" }, "author": { "description": "The author's address: @, a short name of 4 characters, a full stop, a key.", "type": "string", "pattern": "^@[a-z][a-z0-9]{3}\\.b[a-z2-7]{51}[aq]$" }, "path": { "description": "Where the document is; at most 512 characters.", "type": "string", "maxLength": 512, "pattern": "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$" }, "text": { "description": "The text; at most 8,000 bytes of UTF-8.", "type": "string", "maxLength": 8e3 }, "textHash": { "$ref": "identifiers.schema.json#/$defs/hash", "description": "SHA-256 of the text." }, "timestamp": { "$ref": "identifiers.schema.json#/$defs/micros", "description": "When it was written, in microseconds since 1970." }, "deleteAfter": { "$ref": "identifiers.schema.json#/$defs/micros", "description": "When it goes away, in microseconds since 1970." }, "attachmentSize": { "$ref": "identifiers.schema.json#/$defs/size", "description": "The length of the attachment in bytes." }, "attachmentHash": { "$ref": "identifiers.schema.json#/$defs/hash", "description": "SHA-256 of the attachment." }, "share": { "description": "The share's address: +, a name, a full stop, a key.", "type": "string", "pattern": "^\\+[a-z][a-z0-9]{0,14}\\.b[a-z2-7]{51}[aq]$" }, "signature": { "$ref": "identifiers.schema.json#/$defs/signature", "description": "The author's signature of the hash." }, "shareSignature": { "$ref": "identifiers.schema.json#/$defs/signature", "description": "The share's signature of the hash." } } };
var pattern33 = new RegExp("^\\+[a-z][a-z0-9]{0,14}\\.b[a-z2-7]{51}[aq]$", "u");
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.format === void 0 && (missing0 = "format") || data.author === void 0 && (missing0 = "author") || data.path === void 0 && (missing0 = "path") || data.text === void 0 && (missing0 = "text") || data.textHash === void 0 && (missing0 = "textHash") || data.timestamp === void 0 && (missing0 = "timestamp") || data.share === void 0 && (missing0 = "share") || data.signature === void 0 && (missing0 = "signature") || data.shareSignature === void 0 && (missing0 = "shareSignature")) {
        validate37.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func3.call(schema66.properties, key0)) {
            validate37.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.format !== void 0) {
            const _errs2 = errors;
            if ("es.5" !== data.format) {
              validate37.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/const", keyword: "const", params: { allowedValue: "es.5" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.author !== void 0) {
              let data1 = data.author;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (!pattern24.test(data1)) {
                    validate37.errors = [{ instancePath: instancePath + "/author", schemaPath: "#/properties/author/pattern", keyword: "pattern", params: { pattern: "^@[a-z][a-z0-9]{3}\\.b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@[a-z][a-z0-9]{3}\\.b[a-z2-7]{51}[aq]$"' }];
                    return false;
                  }
                } else {
                  validate37.errors = [{ instancePath: instancePath + "/author", schemaPath: "#/properties/author/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.path !== void 0) {
                let data2 = data.path;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (typeof data2 === "string") {
                    if (func1(data2) > 512) {
                      validate37.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" }];
                      return false;
                    } else {
                      if (!pattern20.test(data2)) {
                        validate37.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$" }, message: `must match pattern "^/(?!@)[A-Za-z0-9'()\\-._~!$&+,:=@%]+(?:/[A-Za-z0-9'()\\-._~!$&+,:=@%]+)*$"` }];
                        return false;
                      }
                    }
                  } else {
                    validate37.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.text !== void 0) {
                  let data3 = data.text;
                  const _errs7 = errors;
                  if (errors === _errs7) {
                    if (typeof data3 === "string") {
                      if (func1(data3) > 8e3) {
                        validate37.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 8e3 }, message: "must NOT have more than 8000 characters" }];
                        return false;
                      }
                    } else {
                      validate37.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.textHash !== void 0) {
                    let data4 = data.textHash;
                    const _errs9 = errors;
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (typeof data4 === "string") {
                        if (!pattern26.test(data4)) {
                          validate37.errors = [{ instancePath: instancePath + "/textHash", schemaPath: "identifiers.schema.json#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^b[a-z2-7]{51}[aq]$"' }];
                          return false;
                        }
                      } else {
                        validate37.errors = [{ instancePath: instancePath + "/textHash", schemaPath: "identifiers.schema.json#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.timestamp !== void 0) {
                      let data5 = data.timestamp;
                      const _errs12 = errors;
                      const _errs13 = errors;
                      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                        validate37.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs13) {
                        if (typeof data5 == "number" && isFinite(data5)) {
                          if (data5 > 9007199254740990 || isNaN(data5)) {
                            validate37.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" }];
                            return false;
                          } else {
                            if (data5 < 1e13 || isNaN(data5)) {
                              validate37.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" }];
                              return false;
                            }
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.deleteAfter !== void 0) {
                        let data6 = data.deleteAfter;
                        const _errs15 = errors;
                        const _errs16 = errors;
                        if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                          validate37.errors = [{ instancePath: instancePath + "/deleteAfter", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                          return false;
                        }
                        if (errors === _errs16) {
                          if (typeof data6 == "number" && isFinite(data6)) {
                            if (data6 > 9007199254740990 || isNaN(data6)) {
                              validate37.errors = [{ instancePath: instancePath + "/deleteAfter", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" }];
                              return false;
                            } else {
                              if (data6 < 1e13 || isNaN(data6)) {
                                validate37.errors = [{ instancePath: instancePath + "/deleteAfter", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" }];
                                return false;
                              }
                            }
                          }
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.attachmentSize !== void 0) {
                          let data7 = data.attachmentSize;
                          const _errs18 = errors;
                          const _errs19 = errors;
                          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                            validate37.errors = [{ instancePath: instancePath + "/attachmentSize", schemaPath: "identifiers.schema.json#/$defs/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                            return false;
                          }
                          if (errors === _errs19) {
                            if (typeof data7 == "number" && isFinite(data7)) {
                              if (data7 > 9007199254740991 || isNaN(data7)) {
                                validate37.errors = [{ instancePath: instancePath + "/attachmentSize", schemaPath: "identifiers.schema.json#/$defs/size/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                                return false;
                              } else {
                                if (data7 < 0 || isNaN(data7)) {
                                  validate37.errors = [{ instancePath: instancePath + "/attachmentSize", schemaPath: "identifiers.schema.json#/$defs/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                  return false;
                                }
                              }
                            }
                          }
                          var valid0 = _errs18 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.attachmentHash !== void 0) {
                            let data8 = data.attachmentHash;
                            const _errs21 = errors;
                            const _errs22 = errors;
                            if (errors === _errs22) {
                              if (typeof data8 === "string") {
                                if (!pattern26.test(data8)) {
                                  validate37.errors = [{ instancePath: instancePath + "/attachmentHash", schemaPath: "identifiers.schema.json#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^b[a-z2-7]{51}[aq]$"' }];
                                  return false;
                                }
                              } else {
                                validate37.errors = [{ instancePath: instancePath + "/attachmentHash", schemaPath: "identifiers.schema.json#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs21 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.share !== void 0) {
                              let data9 = data.share;
                              const _errs24 = errors;
                              if (errors === _errs24) {
                                if (typeof data9 === "string") {
                                  if (!pattern33.test(data9)) {
                                    validate37.errors = [{ instancePath: instancePath + "/share", schemaPath: "#/properties/share/pattern", keyword: "pattern", params: { pattern: "^\\+[a-z][a-z0-9]{0,14}\\.b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^\\+[a-z][a-z0-9]{0,14}\\.b[a-z2-7]{51}[aq]$"' }];
                                    return false;
                                  }
                                } else {
                                  validate37.errors = [{ instancePath: instancePath + "/share", schemaPath: "#/properties/share/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs24 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.signature !== void 0) {
                                let data10 = data.signature;
                                const _errs26 = errors;
                                const _errs27 = errors;
                                if (errors === _errs27) {
                                  if (typeof data10 === "string") {
                                    if (!pattern28.test(data10)) {
                                      validate37.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{102}[aiqy]$" }, message: 'must match pattern "^b[a-z2-7]{102}[aiqy]$"' }];
                                      return false;
                                    }
                                  } else {
                                    validate37.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs26 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.shareSignature !== void 0) {
                                  let data11 = data.shareSignature;
                                  const _errs29 = errors;
                                  const _errs30 = errors;
                                  if (errors === _errs30) {
                                    if (typeof data11 === "string") {
                                      if (!pattern28.test(data11)) {
                                        validate37.errors = [{ instancePath: instancePath + "/shareSignature", schemaPath: "identifiers.schema.json#/$defs/signature/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{102}[aiqy]$" }, message: 'must match pattern "^b[a-z2-7]{102}[aiqy]$"' }];
                                        return false;
                                      }
                                    } else {
                                      validate37.errors = [{ instancePath: instancePath + "/shareSignature", schemaPath: "identifiers.schema.json#/$defs/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs29 === errors;
                                } else {
                                  var valid0 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate37.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateIdentifiers = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  const _errs2 = errors;
  if (errors === _errs2) {
    if (typeof data === "string") {
      if (!pattern4.test(data)) {
        const err0 = { instancePath, schemaPath: "#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, schemaPath: "#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs4 = errors;
  const _errs5 = errors;
  if (errors === _errs5) {
    if (typeof data === "string") {
      if (!pattern5.test(data)) {
        const err2 = { instancePath, schemaPath: "#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  const _errs7 = errors;
  const _errs8 = errors;
  if (errors === _errs8) {
    if (typeof data === "string") {
      if (!pattern6.test(data)) {
        const err4 = { instancePath, schemaPath: "#/$defs/blobId/pattern", keyword: "pattern", params: { pattern: "^&b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^&b[a-z2-7]{51}[aq]$"' };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    } else {
      const err5 = { instancePath, schemaPath: "#/$defs/blobId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid0 = _errs7 === errors;
  valid0 = valid0 || _valid0;
  const _errs10 = errors;
  const _errs11 = errors;
  if (errors === _errs11) {
    if (typeof data === "string") {
      if (!pattern7.test(data)) {
        const err6 = { instancePath, schemaPath: "#/$defs/space/pattern", keyword: "pattern", params: { pattern: "^\\+[a-z][a-z0-9]{0,14}\\.[bx][a-z2-7]{51}[aq]$" }, message: 'must match pattern "^\\+[a-z][a-z0-9]{0,14}\\.[bx][a-z2-7]{51}[aq]$"' };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    } else {
      const err7 = { instancePath, schemaPath: "#/$defs/space/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
  }
  var _valid0 = _errs10 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err8 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
    validate22.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateManifest = validate38;
var pattern36 = new RegExp("^[0-9a-f]{64}$", "u");
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.suite === void 0 && (missing0 = "suite") || data.files === void 0 && (missing0 = "files") || data.cases === void 0 && (missing0 = "cases") || data.key === void 0 && (missing0 = "key") || data.signature === void 0 && (missing0 = "signature")) {
        validate38.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "$schema" || key0 === "suite" || key0 === "files" || key0 === "cases" || key0 === "key" || key0 === "signature")) {
            validate38.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.$schema !== void 0) {
            const _errs2 = errors;
            if (typeof data.$schema !== "string") {
              validate38.errors = [{ instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.suite !== void 0) {
              const _errs4 = errors;
              if (typeof data.suite !== "string") {
                validate38.errors = [{ instancePath: instancePath + "/suite", schemaPath: "#/properties/suite/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.files !== void 0) {
                let data2 = data.files;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (Array.isArray(data2)) {
                    var valid1 = true;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data3 = data2[i0];
                      const _errs8 = errors;
                      if (errors === _errs8) {
                        if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                          let missing1;
                          if (data3.path === void 0 && (missing1 = "path") || data3.sha256 === void 0 && (missing1 = "sha256") || data3.cases === void 0 && (missing1 = "cases")) {
                            validate38.errors = [{ instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                            return false;
                          } else {
                            const _errs10 = errors;
                            for (const key1 in data3) {
                              if (!(key1 === "path" || key1 === "sha256" || key1 === "cases")) {
                                validate38.errors = [{ instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                return false;
                                break;
                              }
                            }
                            if (_errs10 === errors) {
                              if (data3.path !== void 0) {
                                const _errs11 = errors;
                                if (typeof data3.path !== "string") {
                                  validate38.errors = [{ instancePath: instancePath + "/files/" + i0 + "/path", schemaPath: "#/properties/files/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid2 = _errs11 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data3.sha256 !== void 0) {
                                  let data5 = data3.sha256;
                                  const _errs13 = errors;
                                  if (errors === _errs13) {
                                    if (typeof data5 === "string") {
                                      if (!pattern36.test(data5)) {
                                        validate38.errors = [{ instancePath: instancePath + "/files/" + i0 + "/sha256", schemaPath: "#/properties/files/items/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' }];
                                        return false;
                                      }
                                    } else {
                                      validate38.errors = [{ instancePath: instancePath + "/files/" + i0 + "/sha256", schemaPath: "#/properties/files/items/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs13 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data3.cases !== void 0) {
                                    let data6 = data3.cases;
                                    const _errs15 = errors;
                                    if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                                      validate38.errors = [{ instancePath: instancePath + "/files/" + i0 + "/cases", schemaPath: "#/properties/files/items/properties/cases/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                      return false;
                                    }
                                    if (errors === _errs15) {
                                      if (typeof data6 == "number" && isFinite(data6)) {
                                        if (data6 < 0 || isNaN(data6)) {
                                          validate38.errors = [{ instancePath: instancePath + "/files/" + i0 + "/cases", schemaPath: "#/properties/files/items/properties/cases/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid2 = _errs15 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                }
                              }
                            }
                          }
                        } else {
                          validate38.errors = [{ instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid1 = _errs8 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  } else {
                    validate38.errors = [{ instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.cases !== void 0) {
                  let data7 = data.cases;
                  const _errs17 = errors;
                  if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                    validate38.errors = [{ instancePath: instancePath + "/cases", schemaPath: "#/properties/cases/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs17) {
                    if (typeof data7 == "number" && isFinite(data7)) {
                      if (data7 < 0 || isNaN(data7)) {
                        validate38.errors = [{ instancePath: instancePath + "/cases", schemaPath: "#/properties/cases/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs17 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.key !== void 0) {
                    let data8 = data.key;
                    const _errs19 = errors;
                    const _errs20 = errors;
                    if (errors === _errs20) {
                      if (typeof data8 === "string") {
                        if (!pattern4.test(data8)) {
                          validate38.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' }];
                          return false;
                        }
                      } else {
                        validate38.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs19 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.signature !== void 0) {
                      let data9 = data.signature;
                      const _errs22 = errors;
                      const _errs23 = errors;
                      if (errors === _errs23) {
                        if (typeof data9 === "string") {
                          if (!pattern28.test(data9)) {
                            validate38.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{102}[aiqy]$" }, message: 'must match pattern "^b[a-z2-7]{102}[aiqy]$"' }];
                            return false;
                          }
                        } else {
                          validate38.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs22 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate38.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateMessageHeader = validate39;
var schema77 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://rockpool.example/schemas/v1/message-header.schema.json", "title": "MessageHeader", "description": "The header of a message.", "type": "object", "required": ["format", "space", "author", "sequence", "timestamp", "contentHash", "contentSize"], "additionalProperties": false, "properties": { "format": { "description": "Name and version of the format.", "const": "rp.message.1" }, "space": { "$ref": "identifiers.schema.json#/$defs/space", "description": "The space that the message belongs to." }, "author": { "$ref": "identifiers.schema.json#/$defs/key", "description": "The key that is the author's name." }, "log": { "$ref": "identifiers.schema.json#/$defs/count", "description": "Which of the author's feeds, where it is not the first." }, "sequence": { "$ref": "identifiers.schema.json#/$defs/count", "description": "The place in the feed, from 1 on." }, "previous": { "$ref": "identifiers.schema.json#/$defs/recordId", "description": "The message before it in the feed." }, "skip": { "$ref": "identifiers.schema.json#/$defs/recordId", "description": "An older message of the feed." }, "timestamp": { "$ref": "identifiers.schema.json#/$defs/micros", "description": "When it was written, in microseconds since 1970." }, "contentHash": { "$ref": "identifiers.schema.json#/$defs/blobId", "description": "The blob id of the content." }, "contentSize": { "$ref": "identifiers.schema.json#/$defs/size", "description": "The length of the content in bytes." }, "contentType": { "description": "The media type of the content, without parameters; at most 127 characters.", "type": "string", "maxLength": 127, "pattern": "^[a-z0-9][a-z0-9!#$&\\-^_.+]*/[a-z0-9][a-z0-9!#$&\\-^_.+]*$" }, "key": { "$ref": "identifiers.schema.json#/$defs/key", "description": "The key that signed, where it is not the author's." } } };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.format === void 0 && (missing0 = "format") || data.space === void 0 && (missing0 = "space") || data.author === void 0 && (missing0 = "author") || data.sequence === void 0 && (missing0 = "sequence") || data.timestamp === void 0 && (missing0 = "timestamp") || data.contentHash === void 0 && (missing0 = "contentHash") || data.contentSize === void 0 && (missing0 = "contentSize")) {
        validate39.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func3.call(schema77.properties, key0)) {
            validate39.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.format !== void 0) {
            const _errs2 = errors;
            if ("rp.message.1" !== data.format) {
              validate39.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/const", keyword: "const", params: { allowedValue: "rp.message.1" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.space !== void 0) {
              let data1 = data.space;
              const _errs3 = errors;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern7.test(data1)) {
                    validate39.errors = [{ instancePath: instancePath + "/space", schemaPath: "identifiers.schema.json#/$defs/space/pattern", keyword: "pattern", params: { pattern: "^\\+[a-z][a-z0-9]{0,14}\\.[bx][a-z2-7]{51}[aq]$" }, message: 'must match pattern "^\\+[a-z][a-z0-9]{0,14}\\.[bx][a-z2-7]{51}[aq]$"' }];
                    return false;
                  }
                } else {
                  validate39.errors = [{ instancePath: instancePath + "/space", schemaPath: "identifiers.schema.json#/$defs/space/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.author !== void 0) {
                let data2 = data.author;
                const _errs6 = errors;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (typeof data2 === "string") {
                    if (!pattern4.test(data2)) {
                      validate39.errors = [{ instancePath: instancePath + "/author", schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' }];
                      return false;
                    }
                  } else {
                    validate39.errors = [{ instancePath: instancePath + "/author", schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.log !== void 0) {
                  let data3 = data.log;
                  const _errs9 = errors;
                  const _errs10 = errors;
                  if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                    validate39.errors = [{ instancePath: instancePath + "/log", schemaPath: "identifiers.schema.json#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs10) {
                    if (typeof data3 == "number" && isFinite(data3)) {
                      if (data3 > 9007199254740991 || isNaN(data3)) {
                        validate39.errors = [{ instancePath: instancePath + "/log", schemaPath: "identifiers.schema.json#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                        return false;
                      } else {
                        if (data3 < 1 || isNaN(data3)) {
                          validate39.errors = [{ instancePath: instancePath + "/log", schemaPath: "identifiers.schema.json#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                          return false;
                        }
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.sequence !== void 0) {
                    let data4 = data.sequence;
                    const _errs12 = errors;
                    const _errs13 = errors;
                    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                      validate39.errors = [{ instancePath: instancePath + "/sequence", schemaPath: "identifiers.schema.json#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs13) {
                      if (typeof data4 == "number" && isFinite(data4)) {
                        if (data4 > 9007199254740991 || isNaN(data4)) {
                          validate39.errors = [{ instancePath: instancePath + "/sequence", schemaPath: "identifiers.schema.json#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                          return false;
                        } else {
                          if (data4 < 1 || isNaN(data4)) {
                            validate39.errors = [{ instancePath: instancePath + "/sequence", schemaPath: "identifiers.schema.json#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.previous !== void 0) {
                      let data5 = data.previous;
                      const _errs15 = errors;
                      const _errs16 = errors;
                      if (errors === _errs16) {
                        if (typeof data5 === "string") {
                          if (!pattern5.test(data5)) {
                            validate39.errors = [{ instancePath: instancePath + "/previous", schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' }];
                            return false;
                          }
                        } else {
                          validate39.errors = [{ instancePath: instancePath + "/previous", schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs15 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.skip !== void 0) {
                        let data6 = data.skip;
                        const _errs18 = errors;
                        const _errs19 = errors;
                        if (errors === _errs19) {
                          if (typeof data6 === "string") {
                            if (!pattern5.test(data6)) {
                              validate39.errors = [{ instancePath: instancePath + "/skip", schemaPath: "identifiers.schema.json#/$defs/recordId/pattern", keyword: "pattern", params: { pattern: "^%b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^%b[a-z2-7]{51}[aq]$"' }];
                              return false;
                            }
                          } else {
                            validate39.errors = [{ instancePath: instancePath + "/skip", schemaPath: "identifiers.schema.json#/$defs/recordId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs18 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.timestamp !== void 0) {
                          let data7 = data.timestamp;
                          const _errs21 = errors;
                          const _errs22 = errors;
                          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                            validate39.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                            return false;
                          }
                          if (errors === _errs22) {
                            if (typeof data7 == "number" && isFinite(data7)) {
                              if (data7 > 9007199254740990 || isNaN(data7)) {
                                validate39.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" }];
                                return false;
                              } else {
                                if (data7 < 1e13 || isNaN(data7)) {
                                  validate39.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" }];
                                  return false;
                                }
                              }
                            }
                          }
                          var valid0 = _errs21 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.contentHash !== void 0) {
                            let data8 = data.contentHash;
                            const _errs24 = errors;
                            const _errs25 = errors;
                            if (errors === _errs25) {
                              if (typeof data8 === "string") {
                                if (!pattern6.test(data8)) {
                                  validate39.errors = [{ instancePath: instancePath + "/contentHash", schemaPath: "identifiers.schema.json#/$defs/blobId/pattern", keyword: "pattern", params: { pattern: "^&b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^&b[a-z2-7]{51}[aq]$"' }];
                                  return false;
                                }
                              } else {
                                validate39.errors = [{ instancePath: instancePath + "/contentHash", schemaPath: "identifiers.schema.json#/$defs/blobId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid0 = _errs24 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.contentSize !== void 0) {
                              let data9 = data.contentSize;
                              const _errs27 = errors;
                              const _errs28 = errors;
                              if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                                validate39.errors = [{ instancePath: instancePath + "/contentSize", schemaPath: "identifiers.schema.json#/$defs/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                return false;
                              }
                              if (errors === _errs28) {
                                if (typeof data9 == "number" && isFinite(data9)) {
                                  if (data9 > 9007199254740991 || isNaN(data9)) {
                                    validate39.errors = [{ instancePath: instancePath + "/contentSize", schemaPath: "identifiers.schema.json#/$defs/size/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                                    return false;
                                  } else {
                                    if (data9 < 0 || isNaN(data9)) {
                                      validate39.errors = [{ instancePath: instancePath + "/contentSize", schemaPath: "identifiers.schema.json#/$defs/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid0 = _errs27 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.contentType !== void 0) {
                                let data10 = data.contentType;
                                const _errs30 = errors;
                                if (errors === _errs30) {
                                  if (typeof data10 === "string") {
                                    if (func1(data10) > 127) {
                                      validate39.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/maxLength", keyword: "maxLength", params: { limit: 127 }, message: "must NOT have more than 127 characters" }];
                                      return false;
                                    } else {
                                      if (!pattern22.test(data10)) {
                                        validate39.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9!#$&\\-^_.+]*/[a-z0-9][a-z0-9!#$&\\-^_.+]*$" }, message: 'must match pattern "^[a-z0-9][a-z0-9!#$&\\-^_.+]*/[a-z0-9][a-z0-9!#$&\\-^_.+]*$"' }];
                                        return false;
                                      }
                                    }
                                  } else {
                                    validate39.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs30 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.key !== void 0) {
                                  let data11 = data.key;
                                  const _errs32 = errors;
                                  const _errs33 = errors;
                                  if (errors === _errs33) {
                                    if (typeof data11 === "string") {
                                      if (!pattern4.test(data11)) {
                                        validate39.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' }];
                                        return false;
                                      }
                                    } else {
                                      validate39.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs32 === errors;
                                } else {
                                  var valid0 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate39.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateRecord = validate40;
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.header === void 0 && (missing0 = "header") || data.signature === void 0 && (missing0 = "signature")) {
        validate40.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "header" || key0 === "signature" || key0 === "content")) {
            validate40.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.header !== void 0) {
            let data0 = data.header;
            const _errs2 = errors;
            const _errs3 = errors;
            let valid1 = false;
            const _errs4 = errors;
            if (!validate35(data0, { instancePath: instancePath + "/header", parentData: data, parentDataProperty: "header", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
              errors = vErrors.length;
            }
            var _valid0 = _errs4 === errors;
            valid1 = valid1 || _valid0;
            if (_valid0) {
              var props0 = true;
            }
            const _errs5 = errors;
            if (!validate39(data0, { instancePath: instancePath + "/header", parentData: data, parentDataProperty: "header", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
              errors = vErrors.length;
            }
            var _valid0 = _errs5 === errors;
            valid1 = valid1 || _valid0;
            if (_valid0) {
              if (props0 !== true) {
                props0 = true;
              }
            }
            if (!valid1) {
              const err0 = { instancePath: instancePath + "/header", schemaPath: "#/properties/header/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
              if (vErrors === null) {
                vErrors = [err0];
              } else {
                vErrors.push(err0);
              }
              errors++;
              validate40.errors = vErrors;
              return false;
            } else {
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.signature !== void 0) {
              let data1 = data.signature;
              const _errs6 = errors;
              const _errs7 = errors;
              if (errors === _errs7) {
                if (typeof data1 === "string") {
                  if (!pattern28.test(data1)) {
                    validate40.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{102}[aiqy]$" }, message: 'must match pattern "^b[a-z2-7]{102}[aiqy]$"' }];
                    return false;
                  }
                } else {
                  validate40.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.content !== void 0) {
                let data2 = data.content;
                const _errs9 = errors;
                if (errors === _errs9) {
                  if (typeof data2 === "string") {
                    if (func1(data2) > 65536) {
                      validate40.errors = [{ instancePath: instancePath + "/content", schemaPath: "#/properties/content/maxLength", keyword: "maxLength", params: { limit: 65536 }, message: "must NOT have more than 65536 characters" }];
                      return false;
                    }
                  } else {
                    validate40.errors = [{ instancePath: instancePath + "/content", schemaPath: "#/properties/content/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate40.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateRejectionCodes = validate43;
var schema91 = { "title": "Phase", "description": "The phases of checking, in their order.", "enum": ["text", "shape", "form", "relations", "time", "signature", "content", "feed", "session"] };
var pattern47 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.codes === void 0 && (missing0 = "codes")) {
        validate43.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "$schema" || key0 === "codes")) {
            validate43.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.$schema !== void 0) {
            const _errs2 = errors;
            if (typeof data.$schema !== "string") {
              validate43.errors = [{ instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.codes !== void 0) {
              let data1 = data.codes;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data2 = data1[i0];
                    const _errs6 = errors;
                    if (errors === _errs6) {
                      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                        let missing1;
                        if (data2.code === void 0 && (missing1 = "code") || data2.phase === void 0 && (missing1 = "phase") || data2.meaning === void 0 && (missing1 = "meaning")) {
                          validate43.errors = [{ instancePath: instancePath + "/codes/" + i0, schemaPath: "#/properties/codes/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                          return false;
                        } else {
                          const _errs8 = errors;
                          for (const key1 in data2) {
                            if (!(key1 === "code" || key1 === "phase" || key1 === "meaning" || key1 === "temporal")) {
                              validate43.errors = [{ instancePath: instancePath + "/codes/" + i0, schemaPath: "#/properties/codes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                              return false;
                              break;
                            }
                          }
                          if (_errs8 === errors) {
                            if (data2.code !== void 0) {
                              let data3 = data2.code;
                              const _errs9 = errors;
                              if (errors === _errs9) {
                                if (typeof data3 === "string") {
                                  if (!pattern47.test(data3)) {
                                    validate43.errors = [{ instancePath: instancePath + "/codes/" + i0 + "/code", schemaPath: "#/properties/codes/items/properties/code/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                    return false;
                                  }
                                } else {
                                  validate43.errors = [{ instancePath: instancePath + "/codes/" + i0 + "/code", schemaPath: "#/properties/codes/items/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid2 = _errs9 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data2.phase !== void 0) {
                                let data4 = data2.phase;
                                const _errs11 = errors;
                                if (!(data4 === "text" || data4 === "shape" || data4 === "form" || data4 === "relations" || data4 === "time" || data4 === "signature" || data4 === "content" || data4 === "feed" || data4 === "session")) {
                                  validate43.errors = [{ instancePath: instancePath + "/codes/" + i0 + "/phase", schemaPath: "#/$defs/phase/enum", keyword: "enum", params: { allowedValues: schema91.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid2 = _errs11 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data2.meaning !== void 0) {
                                  let data5 = data2.meaning;
                                  const _errs13 = errors;
                                  if (errors === _errs13) {
                                    if (typeof data5 === "string") {
                                      if (func1(data5) < 1) {
                                        validate43.errors = [{ instancePath: instancePath + "/codes/" + i0 + "/meaning", schemaPath: "#/properties/codes/items/properties/meaning/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                        return false;
                                      }
                                    } else {
                                      validate43.errors = [{ instancePath: instancePath + "/codes/" + i0 + "/meaning", schemaPath: "#/properties/codes/items/properties/meaning/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs13 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data2.temporal !== void 0) {
                                    const _errs15 = errors;
                                    if (true !== data2.temporal) {
                                      validate43.errors = [{ instancePath: instancePath + "/codes/" + i0 + "/temporal", schemaPath: "#/properties/codes/items/properties/temporal/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" }];
                                      return false;
                                    }
                                    var valid2 = _errs15 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate43.errors = [{ instancePath: instancePath + "/codes/" + i0, schemaPath: "#/properties/codes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate43.errors = [{ instancePath: instancePath + "/codes", schemaPath: "#/properties/codes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate43.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateReport = validate44;
var schema92 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://rockpool.example/schemas/v1/report.schema.json", "title": "Report", "description": "What a run of the judge found.", "type": "object", "required": ["report", "suite", "judge", "subject", "options", "verdict", "exitCode", "totals", "profiles", "requirements", "checks"], "additionalProperties": false, "properties": { "report": { "description": "Version of this form.", "const": 1 }, "suite": { "title": "ReportSuite", "description": "Which vectors were asked.", "type": "object", "required": ["version", "manifestSha256"], "additionalProperties": false, "properties": { "version": { "type": "string" }, "manifestSha256": { "type": "string" } } }, "judge": { "title": "ReportJudge", "type": "object", "required": ["name", "version"], "additionalProperties": false, "properties": { "name": { "type": "string" }, "version": { "type": "string" } } }, "subject": { "title": "ReportSubject", "description": "What the subject said of itself; absent members where it did not.", "type": "object", "required": ["command"], "additionalProperties": false, "properties": { "command": { "type": "array", "items": { "type": "string" } }, "hello": { "$ref": "subject-protocol.schema.json#/$defs/helloResult" } } }, "options": { "title": "ReportOptions", "type": "object", "required": ["seed", "verdictOnly"], "additionalProperties": false, "properties": { "seed": { "type": "integer" }, "verdictOnly": { "type": "boolean" }, "siblings": { "description": "How many checks were made anew for this run.", "type": "integer" }, "selection": { "type": "string" }, "knownFailures": { "type": "string" }, "codeMap": { "type": "string" } } }, "verdict": { "enum": ["conformant", "not-conformant", "incomplete", "no-subject", "judge-fault"] }, "exitCode": { "enum": [0, 1, 3, 4, 5] }, "message": { "description": "Why there is no verdict, where there is none.", "type": "string" }, "totals": { "$ref": "#/$defs/counts" }, "profiles": { "type": "array", "items": { "title": "ProfileResult", "type": "object", "required": ["profile", "claimed", "verdict", "counts"], "additionalProperties": false, "properties": { "profile": { "type": "string" }, "claimed": { "type": "boolean" }, "verdict": { "enum": ["passed", "failed", "incomplete", "not-claimed", "nothing-ran"] }, "counts": { "$ref": "#/$defs/counts" }, "asked": { "description": "How much of what was chosen of the profile could be asked of this subject, in per cent, rounded down.", "type": "integer", "minimum": 0, "maximum": 100 } } } }, "requirements": { "description": "Per requirement, how many of its checks passed and failed.", "type": "array", "items": { "title": "RequirementResult", "type": "object", "required": ["id", "passed", "failed"], "additionalProperties": false, "properties": { "id": { "type": "string" }, "passed": { "type": "integer", "minimum": 0 }, "failed": { "type": "integer", "minimum": 0 } } } }, "checks": { "type": "array", "items": { "$ref": "#/$defs/check" } } }, "$defs": { "counts": { "title": "Counts", "type": "object", "required": ["passed", "failed", "notApplicable", "couldNotRun", "known"], "additionalProperties": false, "properties": { "passed": { "type": "integer", "minimum": 0 }, "failed": { "type": "integer", "minimum": 0 }, "notApplicable": { "type": "integer", "minimum": 0 }, "couldNotRun": { "type": "integer", "minimum": 0 }, "known": { "type": "integer", "minimum": 0 } } }, "check": { "title": "CheckResult", "type": "object", "required": ["id", "profile", "requirements", "operation", "outcome"], "additionalProperties": false, "properties": { "id": { "type": "string" }, "title": { "type": "string" }, "profile": { "type": "string" }, "requirements": { "type": "array", "items": { "type": "string" } }, "operation": { "type": "string" }, "outcome": { "enum": ["passed", "failed", "known-failure", "unexpected-pass", "not-applicable", "could-not-run"] }, "failure": { "description": "The kind of failure.", "enum": ["wrong-value", "accepted-invalid", "rejected-valid", "wrong-code", "wrong-outcome", "adapter-error", "crash", "hang", "protocol-violation", "claim-broken", "nondeterministic", "slow"] }, "harm": { "title": "Harm", "description": "What a failure does to the people who rely on the subject, the worst first.", "enum": ["gives-key-away", "accepts-invalid", "loses", "diverges", "crashes", "refuses-valid", "other-code"] }, "reason": { "description": "Why it did not run, or was not applicable, or is known.", "type": "string" }, "input": { "description": "The smallest params found." }, "cursorFrom": { "description": "Of a query in a schedule, whose answer gives it its cursor: a place in steps, from 0.", "type": "integer", "minimum": 0 }, "step": { "description": "Of a schedule, the number of the question that decides, from 1.", "type": "integer", "minimum": 1 }, "steps": { "description": "Of a schedule, what was asked before input, with the right answers.", "type": "array", "items": { "type": "object" } }, "expected": { "description": "The answer that is right." }, "got": { "description": "The answer that came." }, "detail": { "description": "What else is known: standard error, the line that was no message, the shortest beginning.", "type": "string" } } } } };
var schema100 = { "title": "CheckResult", "type": "object", "required": ["id", "profile", "requirements", "operation", "outcome"], "additionalProperties": false, "properties": { "id": { "type": "string" }, "title": { "type": "string" }, "profile": { "type": "string" }, "requirements": { "type": "array", "items": { "type": "string" } }, "operation": { "type": "string" }, "outcome": { "enum": ["passed", "failed", "known-failure", "unexpected-pass", "not-applicable", "could-not-run"] }, "failure": { "description": "The kind of failure.", "enum": ["wrong-value", "accepted-invalid", "rejected-valid", "wrong-code", "wrong-outcome", "adapter-error", "crash", "hang", "protocol-violation", "claim-broken", "nondeterministic", "slow"] }, "harm": { "title": "Harm", "description": "What a failure does to the people who rely on the subject, the worst first.", "enum": ["gives-key-away", "accepts-invalid", "loses", "diverges", "crashes", "refuses-valid", "other-code"] }, "reason": { "description": "Why it did not run, or was not applicable, or is known.", "type": "string" }, "input": { "description": "The smallest params found." }, "cursorFrom": { "description": "Of a query in a schedule, whose answer gives it its cursor: a place in steps, from 0.", "type": "integer", "minimum": 0 }, "step": { "description": "Of a schedule, the number of the question that decides, from 1.", "type": "integer", "minimum": 1 }, "steps": { "description": "Of a schedule, what was asked before input, with the right answers.", "type": "array", "items": { "type": "object" } }, "expected": { "description": "The answer that is right." }, "got": { "description": "The answer that came." }, "detail": { "description": "What else is known: standard error, the line that was no message, the shortest beginning.", "type": "string" } } };
var schema97 = { "title": "OperationTraits", "type": "object", "properties": { "input": { "description": "Whether it takes texts or parsed values; text where absent.", "enum": ["text", "value"] }, "clock": { "description": "Whether it takes the clock or reads it; given where absent.", "enum": ["given", "wall"] }, "durable": { "description": "replica.open: a replica that is opened as durable outlives the process.", "type": "boolean" }, "lacks": { "description": "replica.open and replica.query: the members that it does not have, and of a query the values of members, written as member=value.", "type": "array", "items": { "type": "string" }, "uniqueItems": true } } };
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate46.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.protocol === void 0 && (missing0 = "protocol") || data.implementation === void 0 && (missing0 = "implementation") || data.profiles === void 0 && (missing0 = "profiles") || data.operations === void 0 && (missing0 = "operations")) {
        validate46.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.protocol !== void 0) {
          const _errs1 = errors;
          if (1 !== data.protocol) {
            validate46.errors = [{ instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.implementation !== void 0) {
            let data1 = data.implementation;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                let missing1;
                if (data1.name === void 0 && (missing1 = "name") || data1.version === void 0 && (missing1 = "version")) {
                  validate46.errors = [{ instancePath: instancePath + "/implementation", schemaPath: "#/properties/implementation/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  if (data1.name !== void 0) {
                    let data2 = data1.name;
                    const _errs4 = errors;
                    if (errors === _errs4) {
                      if (typeof data2 === "string") {
                        if (func1(data2) < 1) {
                          validate46.errors = [{ instancePath: instancePath + "/implementation/name", schemaPath: "#/properties/implementation/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate46.errors = [{ instancePath: instancePath + "/implementation/name", schemaPath: "#/properties/implementation/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data1.version !== void 0) {
                      let data3 = data1.version;
                      const _errs6 = errors;
                      if (errors === _errs6) {
                        if (typeof data3 === "string") {
                          if (func1(data3) < 1) {
                            validate46.errors = [{ instancePath: instancePath + "/implementation/version", schemaPath: "#/properties/implementation/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        } else {
                          validate46.errors = [{ instancePath: instancePath + "/implementation/version", schemaPath: "#/properties/implementation/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid1 = _errs6 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data1.language !== void 0) {
                        const _errs8 = errors;
                        if (typeof data1.language !== "string") {
                          validate46.errors = [{ instancePath: instancePath + "/implementation/language", schemaPath: "#/properties/implementation/properties/language/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid1 = _errs8 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data1.homepage !== void 0) {
                          const _errs10 = errors;
                          if (typeof data1.homepage !== "string") {
                            validate46.errors = [{ instancePath: instancePath + "/implementation/homepage", schemaPath: "#/properties/implementation/properties/homepage/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid1 = _errs10 === errors;
                        } else {
                          var valid1 = true;
                        }
                      }
                    }
                  }
                }
              } else {
                validate46.errors = [{ instancePath: instancePath + "/implementation", schemaPath: "#/properties/implementation/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.profiles !== void 0) {
              let data6 = data.profiles;
              const _errs12 = errors;
              if (errors === _errs12) {
                if (Array.isArray(data6)) {
                  var valid2 = true;
                  const len0 = data6.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs14 = errors;
                    if (typeof data6[i0] !== "string") {
                      validate46.errors = [{ instancePath: instancePath + "/profiles/" + i0, schemaPath: "#/properties/profiles/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid2 = _errs14 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                  if (valid2) {
                    let i1 = data6.length;
                    let j0;
                    if (i1 > 1) {
                      const indices0 = {};
                      for (; i1--; ) {
                        let item0 = data6[i1];
                        if (typeof item0 !== "string") {
                          continue;
                        }
                        if (typeof indices0[item0] == "number") {
                          j0 = indices0[item0];
                          validate46.errors = [{ instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }];
                          return false;
                          break;
                        }
                        indices0[item0] = i1;
                      }
                    }
                  }
                } else {
                  validate46.errors = [{ instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs12 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.operations !== void 0) {
                let data8 = data.operations;
                const _errs16 = errors;
                if (errors === _errs16) {
                  if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                    for (const key0 in data8) {
                      let data9 = data8[key0];
                      const _errs19 = errors;
                      const _errs20 = errors;
                      if (errors === _errs20) {
                        if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                          if (data9.input !== void 0) {
                            let data10 = data9.input;
                            const _errs22 = errors;
                            if (!(data10 === "text" || data10 === "value")) {
                              validate46.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/input", schemaPath: "#/$defs/operationTraits/properties/input/enum", keyword: "enum", params: { allowedValues: schema97.properties.input.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid6 = _errs22 === errors;
                          } else {
                            var valid6 = true;
                          }
                          if (valid6) {
                            if (data9.clock !== void 0) {
                              let data11 = data9.clock;
                              const _errs23 = errors;
                              if (!(data11 === "given" || data11 === "wall")) {
                                validate46.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/clock", schemaPath: "#/$defs/operationTraits/properties/clock/enum", keyword: "enum", params: { allowedValues: schema97.properties.clock.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid6 = _errs23 === errors;
                            } else {
                              var valid6 = true;
                            }
                            if (valid6) {
                              if (data9.durable !== void 0) {
                                const _errs24 = errors;
                                if (typeof data9.durable !== "boolean") {
                                  validate46.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/durable", schemaPath: "#/$defs/operationTraits/properties/durable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid6 = _errs24 === errors;
                              } else {
                                var valid6 = true;
                              }
                              if (valid6) {
                                if (data9.lacks !== void 0) {
                                  let data13 = data9.lacks;
                                  const _errs26 = errors;
                                  if (errors === _errs26) {
                                    if (Array.isArray(data13)) {
                                      var valid7 = true;
                                      const len1 = data13.length;
                                      for (let i2 = 0; i2 < len1; i2++) {
                                        const _errs28 = errors;
                                        if (typeof data13[i2] !== "string") {
                                          validate46.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/lacks/" + i2, schemaPath: "#/$defs/operationTraits/properties/lacks/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid7 = _errs28 === errors;
                                        if (!valid7) {
                                          break;
                                        }
                                      }
                                      if (valid7) {
                                        let i3 = data13.length;
                                        let j1;
                                        if (i3 > 1) {
                                          const indices1 = {};
                                          for (; i3--; ) {
                                            let item1 = data13[i3];
                                            if (typeof item1 !== "string") {
                                              continue;
                                            }
                                            if (typeof indices1[item1] == "number") {
                                              j1 = indices1[item1];
                                              validate46.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/lacks", schemaPath: "#/$defs/operationTraits/properties/lacks/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" }];
                                              return false;
                                              break;
                                            }
                                            indices1[item1] = i3;
                                          }
                                        }
                                      }
                                    } else {
                                      validate46.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/lacks", schemaPath: "#/$defs/operationTraits/properties/lacks/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid6 = _errs26 === errors;
                                } else {
                                  var valid6 = true;
                                }
                              }
                            }
                          }
                        } else {
                          validate46.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/operationTraits/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid4 = _errs19 === errors;
                      if (!valid4) {
                        break;
                      }
                    }
                  } else {
                    validate46.errors = [{ instancePath: instancePath + "/operations", schemaPath: "#/properties/operations/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                }
                var valid0 = _errs16 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.deterministic !== void 0) {
                  const _errs30 = errors;
                  if (typeof data.deterministic !== "boolean") {
                    validate46.errors = [{ instancePath: instancePath + "/deterministic", schemaPath: "#/properties/deterministic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs30 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.window !== void 0) {
                    let data16 = data.window;
                    const _errs32 = errors;
                    if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                      validate46.errors = [{ instancePath: instancePath + "/window", schemaPath: "#/properties/window/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs32) {
                      if (typeof data16 == "number" && isFinite(data16)) {
                        if (data16 > 1024 || isNaN(data16)) {
                          validate46.errors = [{ instancePath: instancePath + "/window", schemaPath: "#/properties/window/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, message: "must be <= 1024" }];
                          return false;
                        } else {
                          if (data16 < 1 || isNaN(data16)) {
                            validate46.errors = [{ instancePath: instancePath + "/window", schemaPath: "#/properties/window/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs32 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.limits !== void 0) {
                      let data17 = data.limits;
                      const _errs34 = errors;
                      if (errors === _errs34) {
                        if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                          if (data17.lineBytes !== void 0) {
                            let data18 = data17.lineBytes;
                            const _errs36 = errors;
                            if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                              validate46.errors = [{ instancePath: instancePath + "/limits/lineBytes", schemaPath: "#/properties/limits/properties/lineBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs36) {
                              if (typeof data18 == "number" && isFinite(data18)) {
                                if (data18 < 4096 || isNaN(data18)) {
                                  validate46.errors = [{ instancePath: instancePath + "/limits/lineBytes", schemaPath: "#/properties/limits/properties/lineBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 4096 }, message: "must be >= 4096" }];
                                  return false;
                                }
                              }
                            }
                            var valid9 = _errs36 === errors;
                          } else {
                            var valid9 = true;
                          }
                          if (valid9) {
                            if (data17.iJson !== void 0) {
                              const _errs38 = errors;
                              if (typeof data17.iJson !== "boolean") {
                                validate46.errors = [{ instancePath: instancePath + "/limits/iJson", schemaPath: "#/properties/limits/properties/iJson/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid9 = _errs38 === errors;
                            } else {
                              var valid9 = true;
                            }
                          }
                        } else {
                          validate46.errors = [{ instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid0 = _errs34 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate46.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate46.errors = vErrors;
  return errors === 0;
}
validate46.evaluated = { "props": { "protocol": true, "implementation": true, "profiles": true, "operations": true, "deterministic": true, "window": true, "limits": true }, "dynamicProps": false, "dynamicItems": false };
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.report === void 0 && (missing0 = "report") || data.suite === void 0 && (missing0 = "suite") || data.judge === void 0 && (missing0 = "judge") || data.subject === void 0 && (missing0 = "subject") || data.options === void 0 && (missing0 = "options") || data.verdict === void 0 && (missing0 = "verdict") || data.exitCode === void 0 && (missing0 = "exitCode") || data.totals === void 0 && (missing0 = "totals") || data.profiles === void 0 && (missing0 = "profiles") || data.requirements === void 0 && (missing0 = "requirements") || data.checks === void 0 && (missing0 = "checks")) {
        validate44.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func3.call(schema92.properties, key0)) {
            validate44.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.report !== void 0) {
            const _errs2 = errors;
            if (1 !== data.report) {
              validate44.errors = [{ instancePath: instancePath + "/report", schemaPath: "#/properties/report/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.suite !== void 0) {
              let data1 = data.suite;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                  let missing1;
                  if (data1.version === void 0 && (missing1 = "version") || data1.manifestSha256 === void 0 && (missing1 = "manifestSha256")) {
                    validate44.errors = [{ instancePath: instancePath + "/suite", schemaPath: "#/properties/suite/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                    return false;
                  } else {
                    const _errs5 = errors;
                    for (const key1 in data1) {
                      if (!(key1 === "version" || key1 === "manifestSha256")) {
                        validate44.errors = [{ instancePath: instancePath + "/suite", schemaPath: "#/properties/suite/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                      }
                    }
                    if (_errs5 === errors) {
                      if (data1.version !== void 0) {
                        const _errs6 = errors;
                        if (typeof data1.version !== "string") {
                          validate44.errors = [{ instancePath: instancePath + "/suite/version", schemaPath: "#/properties/suite/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid1 = _errs6 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data1.manifestSha256 !== void 0) {
                          const _errs8 = errors;
                          if (typeof data1.manifestSha256 !== "string") {
                            validate44.errors = [{ instancePath: instancePath + "/suite/manifestSha256", schemaPath: "#/properties/suite/properties/manifestSha256/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid1 = _errs8 === errors;
                        } else {
                          var valid1 = true;
                        }
                      }
                    }
                  }
                } else {
                  validate44.errors = [{ instancePath: instancePath + "/suite", schemaPath: "#/properties/suite/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.judge !== void 0) {
                let data4 = data.judge;
                const _errs10 = errors;
                if (errors === _errs10) {
                  if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                    let missing2;
                    if (data4.name === void 0 && (missing2 = "name") || data4.version === void 0 && (missing2 = "version")) {
                      validate44.errors = [{ instancePath: instancePath + "/judge", schemaPath: "#/properties/judge/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                      return false;
                    } else {
                      const _errs12 = errors;
                      for (const key2 in data4) {
                        if (!(key2 === "name" || key2 === "version")) {
                          validate44.errors = [{ instancePath: instancePath + "/judge", schemaPath: "#/properties/judge/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                          return false;
                          break;
                        }
                      }
                      if (_errs12 === errors) {
                        if (data4.name !== void 0) {
                          const _errs13 = errors;
                          if (typeof data4.name !== "string") {
                            validate44.errors = [{ instancePath: instancePath + "/judge/name", schemaPath: "#/properties/judge/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid2 = _errs13 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data4.version !== void 0) {
                            const _errs15 = errors;
                            if (typeof data4.version !== "string") {
                              validate44.errors = [{ instancePath: instancePath + "/judge/version", schemaPath: "#/properties/judge/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid2 = _errs15 === errors;
                          } else {
                            var valid2 = true;
                          }
                        }
                      }
                    }
                  } else {
                    validate44.errors = [{ instancePath: instancePath + "/judge", schemaPath: "#/properties/judge/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.subject !== void 0) {
                  let data7 = data.subject;
                  const _errs17 = errors;
                  if (errors === _errs17) {
                    if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                      let missing3;
                      if (data7.command === void 0 && (missing3 = "command")) {
                        validate44.errors = [{ instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                        return false;
                      } else {
                        const _errs19 = errors;
                        for (const key3 in data7) {
                          if (!(key3 === "command" || key3 === "hello")) {
                            validate44.errors = [{ instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                            return false;
                            break;
                          }
                        }
                        if (_errs19 === errors) {
                          if (data7.command !== void 0) {
                            let data8 = data7.command;
                            const _errs20 = errors;
                            if (errors === _errs20) {
                              if (Array.isArray(data8)) {
                                var valid4 = true;
                                const len0 = data8.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                  const _errs22 = errors;
                                  if (typeof data8[i0] !== "string") {
                                    validate44.errors = [{ instancePath: instancePath + "/subject/command/" + i0, schemaPath: "#/properties/subject/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                  var valid4 = _errs22 === errors;
                                  if (!valid4) {
                                    break;
                                  }
                                }
                              } else {
                                validate44.errors = [{ instancePath: instancePath + "/subject/command", schemaPath: "#/properties/subject/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid3 = _errs20 === errors;
                          } else {
                            var valid3 = true;
                          }
                          if (valid3) {
                            if (data7.hello !== void 0) {
                              const _errs24 = errors;
                              if (!validate46(data7.hello, { instancePath: instancePath + "/subject/hello", parentData: data7, parentDataProperty: "hello", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
                                errors = vErrors.length;
                              }
                              var valid3 = _errs24 === errors;
                            } else {
                              var valid3 = true;
                            }
                          }
                        }
                      }
                    } else {
                      validate44.errors = [{ instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                      return false;
                    }
                  }
                  var valid0 = _errs17 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.options !== void 0) {
                    let data11 = data.options;
                    const _errs25 = errors;
                    if (errors === _errs25) {
                      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                        let missing4;
                        if (data11.seed === void 0 && (missing4 = "seed") || data11.verdictOnly === void 0 && (missing4 = "verdictOnly")) {
                          validate44.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                          return false;
                        } else {
                          const _errs27 = errors;
                          for (const key4 in data11) {
                            if (!(key4 === "seed" || key4 === "verdictOnly" || key4 === "siblings" || key4 === "selection" || key4 === "knownFailures" || key4 === "codeMap")) {
                              validate44.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                              return false;
                              break;
                            }
                          }
                          if (_errs27 === errors) {
                            if (data11.seed !== void 0) {
                              let data12 = data11.seed;
                              const _errs28 = errors;
                              if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                                validate44.errors = [{ instancePath: instancePath + "/options/seed", schemaPath: "#/properties/options/properties/seed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                return false;
                              }
                              var valid5 = _errs28 === errors;
                            } else {
                              var valid5 = true;
                            }
                            if (valid5) {
                              if (data11.verdictOnly !== void 0) {
                                const _errs30 = errors;
                                if (typeof data11.verdictOnly !== "boolean") {
                                  validate44.errors = [{ instancePath: instancePath + "/options/verdictOnly", schemaPath: "#/properties/options/properties/verdictOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid5 = _errs30 === errors;
                              } else {
                                var valid5 = true;
                              }
                              if (valid5) {
                                if (data11.siblings !== void 0) {
                                  let data14 = data11.siblings;
                                  const _errs32 = errors;
                                  if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                                    validate44.errors = [{ instancePath: instancePath + "/options/siblings", schemaPath: "#/properties/options/properties/siblings/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                    return false;
                                  }
                                  var valid5 = _errs32 === errors;
                                } else {
                                  var valid5 = true;
                                }
                                if (valid5) {
                                  if (data11.selection !== void 0) {
                                    const _errs34 = errors;
                                    if (typeof data11.selection !== "string") {
                                      validate44.errors = [{ instancePath: instancePath + "/options/selection", schemaPath: "#/properties/options/properties/selection/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid5 = _errs34 === errors;
                                  } else {
                                    var valid5 = true;
                                  }
                                  if (valid5) {
                                    if (data11.knownFailures !== void 0) {
                                      const _errs36 = errors;
                                      if (typeof data11.knownFailures !== "string") {
                                        validate44.errors = [{ instancePath: instancePath + "/options/knownFailures", schemaPath: "#/properties/options/properties/knownFailures/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid5 = _errs36 === errors;
                                    } else {
                                      var valid5 = true;
                                    }
                                    if (valid5) {
                                      if (data11.codeMap !== void 0) {
                                        const _errs38 = errors;
                                        if (typeof data11.codeMap !== "string") {
                                          validate44.errors = [{ instancePath: instancePath + "/options/codeMap", schemaPath: "#/properties/options/properties/codeMap/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid5 = _errs38 === errors;
                                      } else {
                                        var valid5 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate44.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid0 = _errs25 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.verdict !== void 0) {
                      let data18 = data.verdict;
                      const _errs40 = errors;
                      if (!(data18 === "conformant" || data18 === "not-conformant" || data18 === "incomplete" || data18 === "no-subject" || data18 === "judge-fault")) {
                        validate44.errors = [{ instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/enum", keyword: "enum", params: { allowedValues: schema92.properties.verdict.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid0 = _errs40 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.exitCode !== void 0) {
                        let data19 = data.exitCode;
                        const _errs41 = errors;
                        if (!(data19 === 0 || data19 === 1 || data19 === 3 || data19 === 4 || data19 === 5)) {
                          validate44.errors = [{ instancePath: instancePath + "/exitCode", schemaPath: "#/properties/exitCode/enum", keyword: "enum", params: { allowedValues: schema92.properties.exitCode.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid0 = _errs41 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.message !== void 0) {
                          const _errs42 = errors;
                          if (typeof data.message !== "string") {
                            validate44.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid0 = _errs42 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.totals !== void 0) {
                            let data21 = data.totals;
                            const _errs44 = errors;
                            const _errs45 = errors;
                            if (errors === _errs45) {
                              if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                                let missing5;
                                if (data21.passed === void 0 && (missing5 = "passed") || data21.failed === void 0 && (missing5 = "failed") || data21.notApplicable === void 0 && (missing5 = "notApplicable") || data21.couldNotRun === void 0 && (missing5 = "couldNotRun") || data21.known === void 0 && (missing5 = "known")) {
                                  validate44.errors = [{ instancePath: instancePath + "/totals", schemaPath: "#/$defs/counts/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                  return false;
                                } else {
                                  const _errs47 = errors;
                                  for (const key5 in data21) {
                                    if (!(key5 === "passed" || key5 === "failed" || key5 === "notApplicable" || key5 === "couldNotRun" || key5 === "known")) {
                                      validate44.errors = [{ instancePath: instancePath + "/totals", schemaPath: "#/$defs/counts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (_errs47 === errors) {
                                    if (data21.passed !== void 0) {
                                      let data22 = data21.passed;
                                      const _errs48 = errors;
                                      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
                                        validate44.errors = [{ instancePath: instancePath + "/totals/passed", schemaPath: "#/$defs/counts/properties/passed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                        return false;
                                      }
                                      if (errors === _errs48) {
                                        if (typeof data22 == "number" && isFinite(data22)) {
                                          if (data22 < 0 || isNaN(data22)) {
                                            validate44.errors = [{ instancePath: instancePath + "/totals/passed", schemaPath: "#/$defs/counts/properties/passed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid7 = _errs48 === errors;
                                    } else {
                                      var valid7 = true;
                                    }
                                    if (valid7) {
                                      if (data21.failed !== void 0) {
                                        let data23 = data21.failed;
                                        const _errs50 = errors;
                                        if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23))) {
                                          validate44.errors = [{ instancePath: instancePath + "/totals/failed", schemaPath: "#/$defs/counts/properties/failed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                          return false;
                                        }
                                        if (errors === _errs50) {
                                          if (typeof data23 == "number" && isFinite(data23)) {
                                            if (data23 < 0 || isNaN(data23)) {
                                              validate44.errors = [{ instancePath: instancePath + "/totals/failed", schemaPath: "#/$defs/counts/properties/failed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid7 = _errs50 === errors;
                                      } else {
                                        var valid7 = true;
                                      }
                                      if (valid7) {
                                        if (data21.notApplicable !== void 0) {
                                          let data24 = data21.notApplicable;
                                          const _errs52 = errors;
                                          if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
                                            validate44.errors = [{ instancePath: instancePath + "/totals/notApplicable", schemaPath: "#/$defs/counts/properties/notApplicable/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs52) {
                                            if (typeof data24 == "number" && isFinite(data24)) {
                                              if (data24 < 0 || isNaN(data24)) {
                                                validate44.errors = [{ instancePath: instancePath + "/totals/notApplicable", schemaPath: "#/$defs/counts/properties/notApplicable/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid7 = _errs52 === errors;
                                        } else {
                                          var valid7 = true;
                                        }
                                        if (valid7) {
                                          if (data21.couldNotRun !== void 0) {
                                            let data25 = data21.couldNotRun;
                                            const _errs54 = errors;
                                            if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
                                              validate44.errors = [{ instancePath: instancePath + "/totals/couldNotRun", schemaPath: "#/$defs/counts/properties/couldNotRun/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs54) {
                                              if (typeof data25 == "number" && isFinite(data25)) {
                                                if (data25 < 0 || isNaN(data25)) {
                                                  validate44.errors = [{ instancePath: instancePath + "/totals/couldNotRun", schemaPath: "#/$defs/counts/properties/couldNotRun/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid7 = _errs54 === errors;
                                          } else {
                                            var valid7 = true;
                                          }
                                          if (valid7) {
                                            if (data21.known !== void 0) {
                                              let data26 = data21.known;
                                              const _errs56 = errors;
                                              if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
                                                validate44.errors = [{ instancePath: instancePath + "/totals/known", schemaPath: "#/$defs/counts/properties/known/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                return false;
                                              }
                                              if (errors === _errs56) {
                                                if (typeof data26 == "number" && isFinite(data26)) {
                                                  if (data26 < 0 || isNaN(data26)) {
                                                    validate44.errors = [{ instancePath: instancePath + "/totals/known", schemaPath: "#/$defs/counts/properties/known/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                              var valid7 = _errs56 === errors;
                                            } else {
                                              var valid7 = true;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              } else {
                                validate44.errors = [{ instancePath: instancePath + "/totals", schemaPath: "#/$defs/counts/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                return false;
                              }
                            }
                            var valid0 = _errs44 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.profiles !== void 0) {
                              let data27 = data.profiles;
                              const _errs58 = errors;
                              if (errors === _errs58) {
                                if (Array.isArray(data27)) {
                                  var valid8 = true;
                                  const len1 = data27.length;
                                  for (let i1 = 0; i1 < len1; i1++) {
                                    let data28 = data27[i1];
                                    const _errs60 = errors;
                                    if (errors === _errs60) {
                                      if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                                        let missing6;
                                        if (data28.profile === void 0 && (missing6 = "profile") || data28.claimed === void 0 && (missing6 = "claimed") || data28.verdict === void 0 && (missing6 = "verdict") || data28.counts === void 0 && (missing6 = "counts")) {
                                          validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1, schemaPath: "#/properties/profiles/items/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                          return false;
                                        } else {
                                          const _errs62 = errors;
                                          for (const key6 in data28) {
                                            if (!(key6 === "profile" || key6 === "claimed" || key6 === "verdict" || key6 === "counts" || key6 === "asked")) {
                                              validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1, schemaPath: "#/properties/profiles/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                                              return false;
                                              break;
                                            }
                                          }
                                          if (_errs62 === errors) {
                                            if (data28.profile !== void 0) {
                                              const _errs63 = errors;
                                              if (typeof data28.profile !== "string") {
                                                validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/profile", schemaPath: "#/properties/profiles/items/properties/profile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid9 = _errs63 === errors;
                                            } else {
                                              var valid9 = true;
                                            }
                                            if (valid9) {
                                              if (data28.claimed !== void 0) {
                                                const _errs65 = errors;
                                                if (typeof data28.claimed !== "boolean") {
                                                  validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/claimed", schemaPath: "#/properties/profiles/items/properties/claimed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                                  return false;
                                                }
                                                var valid9 = _errs65 === errors;
                                              } else {
                                                var valid9 = true;
                                              }
                                              if (valid9) {
                                                if (data28.verdict !== void 0) {
                                                  let data31 = data28.verdict;
                                                  const _errs67 = errors;
                                                  if (!(data31 === "passed" || data31 === "failed" || data31 === "incomplete" || data31 === "not-claimed" || data31 === "nothing-ran")) {
                                                    validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/verdict", schemaPath: "#/properties/profiles/items/properties/verdict/enum", keyword: "enum", params: { allowedValues: schema92.properties.profiles.items.properties.verdict.enum }, message: "must be equal to one of the allowed values" }];
                                                    return false;
                                                  }
                                                  var valid9 = _errs67 === errors;
                                                } else {
                                                  var valid9 = true;
                                                }
                                                if (valid9) {
                                                  if (data28.counts !== void 0) {
                                                    let data32 = data28.counts;
                                                    const _errs68 = errors;
                                                    const _errs69 = errors;
                                                    if (errors === _errs69) {
                                                      if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                                                        let missing7;
                                                        if (data32.passed === void 0 && (missing7 = "passed") || data32.failed === void 0 && (missing7 = "failed") || data32.notApplicable === void 0 && (missing7 = "notApplicable") || data32.couldNotRun === void 0 && (missing7 = "couldNotRun") || data32.known === void 0 && (missing7 = "known")) {
                                                          validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts", schemaPath: "#/$defs/counts/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
                                                          return false;
                                                        } else {
                                                          const _errs71 = errors;
                                                          for (const key7 in data32) {
                                                            if (!(key7 === "passed" || key7 === "failed" || key7 === "notApplicable" || key7 === "couldNotRun" || key7 === "known")) {
                                                              validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts", schemaPath: "#/$defs/counts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" }];
                                                              return false;
                                                              break;
                                                            }
                                                          }
                                                          if (_errs71 === errors) {
                                                            if (data32.passed !== void 0) {
                                                              let data33 = data32.passed;
                                                              const _errs72 = errors;
                                                              if (!(typeof data33 == "number" && (!(data33 % 1) && !isNaN(data33)) && isFinite(data33))) {
                                                                validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/passed", schemaPath: "#/$defs/counts/properties/passed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                return false;
                                                              }
                                                              if (errors === _errs72) {
                                                                if (typeof data33 == "number" && isFinite(data33)) {
                                                                  if (data33 < 0 || isNaN(data33)) {
                                                                    validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/passed", schemaPath: "#/$defs/counts/properties/passed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                    return false;
                                                                  }
                                                                }
                                                              }
                                                              var valid11 = _errs72 === errors;
                                                            } else {
                                                              var valid11 = true;
                                                            }
                                                            if (valid11) {
                                                              if (data32.failed !== void 0) {
                                                                let data34 = data32.failed;
                                                                const _errs74 = errors;
                                                                if (!(typeof data34 == "number" && (!(data34 % 1) && !isNaN(data34)) && isFinite(data34))) {
                                                                  validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/failed", schemaPath: "#/$defs/counts/properties/failed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                  return false;
                                                                }
                                                                if (errors === _errs74) {
                                                                  if (typeof data34 == "number" && isFinite(data34)) {
                                                                    if (data34 < 0 || isNaN(data34)) {
                                                                      validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/failed", schemaPath: "#/$defs/counts/properties/failed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid11 = _errs74 === errors;
                                                              } else {
                                                                var valid11 = true;
                                                              }
                                                              if (valid11) {
                                                                if (data32.notApplicable !== void 0) {
                                                                  let data35 = data32.notApplicable;
                                                                  const _errs76 = errors;
                                                                  if (!(typeof data35 == "number" && (!(data35 % 1) && !isNaN(data35)) && isFinite(data35))) {
                                                                    validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/notApplicable", schemaPath: "#/$defs/counts/properties/notApplicable/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                    return false;
                                                                  }
                                                                  if (errors === _errs76) {
                                                                    if (typeof data35 == "number" && isFinite(data35)) {
                                                                      if (data35 < 0 || isNaN(data35)) {
                                                                        validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/notApplicable", schemaPath: "#/$defs/counts/properties/notApplicable/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid11 = _errs76 === errors;
                                                                } else {
                                                                  var valid11 = true;
                                                                }
                                                                if (valid11) {
                                                                  if (data32.couldNotRun !== void 0) {
                                                                    let data36 = data32.couldNotRun;
                                                                    const _errs78 = errors;
                                                                    if (!(typeof data36 == "number" && (!(data36 % 1) && !isNaN(data36)) && isFinite(data36))) {
                                                                      validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/couldNotRun", schemaPath: "#/$defs/counts/properties/couldNotRun/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                      return false;
                                                                    }
                                                                    if (errors === _errs78) {
                                                                      if (typeof data36 == "number" && isFinite(data36)) {
                                                                        if (data36 < 0 || isNaN(data36)) {
                                                                          validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/couldNotRun", schemaPath: "#/$defs/counts/properties/couldNotRun/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid11 = _errs78 === errors;
                                                                  } else {
                                                                    var valid11 = true;
                                                                  }
                                                                  if (valid11) {
                                                                    if (data32.known !== void 0) {
                                                                      let data37 = data32.known;
                                                                      const _errs80 = errors;
                                                                      if (!(typeof data37 == "number" && (!(data37 % 1) && !isNaN(data37)) && isFinite(data37))) {
                                                                        validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/known", schemaPath: "#/$defs/counts/properties/known/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                        return false;
                                                                      }
                                                                      if (errors === _errs80) {
                                                                        if (typeof data37 == "number" && isFinite(data37)) {
                                                                          if (data37 < 0 || isNaN(data37)) {
                                                                            validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts/known", schemaPath: "#/$defs/counts/properties/known/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid11 = _errs80 === errors;
                                                                    } else {
                                                                      var valid11 = true;
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/counts", schemaPath: "#/$defs/counts/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid9 = _errs68 === errors;
                                                  } else {
                                                    var valid9 = true;
                                                  }
                                                  if (valid9) {
                                                    if (data28.asked !== void 0) {
                                                      let data38 = data28.asked;
                                                      const _errs82 = errors;
                                                      if (!(typeof data38 == "number" && (!(data38 % 1) && !isNaN(data38)) && isFinite(data38))) {
                                                        validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/asked", schemaPath: "#/properties/profiles/items/properties/asked/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                        return false;
                                                      }
                                                      if (errors === _errs82) {
                                                        if (typeof data38 == "number" && isFinite(data38)) {
                                                          if (data38 > 100 || isNaN(data38)) {
                                                            validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/asked", schemaPath: "#/properties/profiles/items/properties/asked/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                                                            return false;
                                                          } else {
                                                            if (data38 < 0 || isNaN(data38)) {
                                                              validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1 + "/asked", schemaPath: "#/properties/profiles/items/properties/asked/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                      }
                                                      var valid9 = _errs82 === errors;
                                                    } else {
                                                      var valid9 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        validate44.errors = [{ instancePath: instancePath + "/profiles/" + i1, schemaPath: "#/properties/profiles/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                    }
                                    var valid8 = _errs60 === errors;
                                    if (!valid8) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate44.errors = [{ instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs58 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.requirements !== void 0) {
                                let data39 = data.requirements;
                                const _errs84 = errors;
                                if (errors === _errs84) {
                                  if (Array.isArray(data39)) {
                                    var valid12 = true;
                                    const len2 = data39.length;
                                    for (let i2 = 0; i2 < len2; i2++) {
                                      let data40 = data39[i2];
                                      const _errs86 = errors;
                                      if (errors === _errs86) {
                                        if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
                                          let missing8;
                                          if (data40.id === void 0 && (missing8 = "id") || data40.passed === void 0 && (missing8 = "passed") || data40.failed === void 0 && (missing8 = "failed")) {
                                            validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2, schemaPath: "#/properties/requirements/items/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" }];
                                            return false;
                                          } else {
                                            const _errs88 = errors;
                                            for (const key8 in data40) {
                                              if (!(key8 === "id" || key8 === "passed" || key8 === "failed")) {
                                                validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2, schemaPath: "#/properties/requirements/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" }];
                                                return false;
                                                break;
                                              }
                                            }
                                            if (_errs88 === errors) {
                                              if (data40.id !== void 0) {
                                                const _errs89 = errors;
                                                if (typeof data40.id !== "string") {
                                                  validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2 + "/id", schemaPath: "#/properties/requirements/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                                var valid13 = _errs89 === errors;
                                              } else {
                                                var valid13 = true;
                                              }
                                              if (valid13) {
                                                if (data40.passed !== void 0) {
                                                  let data42 = data40.passed;
                                                  const _errs91 = errors;
                                                  if (!(typeof data42 == "number" && (!(data42 % 1) && !isNaN(data42)) && isFinite(data42))) {
                                                    validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2 + "/passed", schemaPath: "#/properties/requirements/items/properties/passed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs91) {
                                                    if (typeof data42 == "number" && isFinite(data42)) {
                                                      if (data42 < 0 || isNaN(data42)) {
                                                        validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2 + "/passed", schemaPath: "#/properties/requirements/items/properties/passed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid13 = _errs91 === errors;
                                                } else {
                                                  var valid13 = true;
                                                }
                                                if (valid13) {
                                                  if (data40.failed !== void 0) {
                                                    let data43 = data40.failed;
                                                    const _errs93 = errors;
                                                    if (!(typeof data43 == "number" && (!(data43 % 1) && !isNaN(data43)) && isFinite(data43))) {
                                                      validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2 + "/failed", schemaPath: "#/properties/requirements/items/properties/failed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                      return false;
                                                    }
                                                    if (errors === _errs93) {
                                                      if (typeof data43 == "number" && isFinite(data43)) {
                                                        if (data43 < 0 || isNaN(data43)) {
                                                          validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2 + "/failed", schemaPath: "#/properties/requirements/items/properties/failed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    var valid13 = _errs93 === errors;
                                                  } else {
                                                    var valid13 = true;
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate44.errors = [{ instancePath: instancePath + "/requirements/" + i2, schemaPath: "#/properties/requirements/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                          return false;
                                        }
                                      }
                                      var valid12 = _errs86 === errors;
                                      if (!valid12) {
                                        break;
                                      }
                                    }
                                  } else {
                                    validate44.errors = [{ instancePath: instancePath + "/requirements", schemaPath: "#/properties/requirements/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs84 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.checks !== void 0) {
                                  let data44 = data.checks;
                                  const _errs95 = errors;
                                  if (errors === _errs95) {
                                    if (Array.isArray(data44)) {
                                      var valid14 = true;
                                      const len3 = data44.length;
                                      for (let i3 = 0; i3 < len3; i3++) {
                                        let data45 = data44[i3];
                                        const _errs97 = errors;
                                        const _errs98 = errors;
                                        if (errors === _errs98) {
                                          if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                                            let missing9;
                                            if (data45.id === void 0 && (missing9 = "id") || data45.profile === void 0 && (missing9 = "profile") || data45.requirements === void 0 && (missing9 = "requirements") || data45.operation === void 0 && (missing9 = "operation") || data45.outcome === void 0 && (missing9 = "outcome")) {
                                              validate44.errors = [{ instancePath: instancePath + "/checks/" + i3, schemaPath: "#/$defs/check/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" }];
                                              return false;
                                            } else {
                                              const _errs100 = errors;
                                              for (const key9 in data45) {
                                                if (!func3.call(schema100.properties, key9)) {
                                                  validate44.errors = [{ instancePath: instancePath + "/checks/" + i3, schemaPath: "#/$defs/check/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" }];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs100 === errors) {
                                                if (data45.id !== void 0) {
                                                  const _errs101 = errors;
                                                  if (typeof data45.id !== "string") {
                                                    validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/id", schemaPath: "#/$defs/check/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                  var valid16 = _errs101 === errors;
                                                } else {
                                                  var valid16 = true;
                                                }
                                                if (valid16) {
                                                  if (data45.title !== void 0) {
                                                    const _errs103 = errors;
                                                    if (typeof data45.title !== "string") {
                                                      validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/title", schemaPath: "#/$defs/check/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                    var valid16 = _errs103 === errors;
                                                  } else {
                                                    var valid16 = true;
                                                  }
                                                  if (valid16) {
                                                    if (data45.profile !== void 0) {
                                                      const _errs105 = errors;
                                                      if (typeof data45.profile !== "string") {
                                                        validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/profile", schemaPath: "#/$defs/check/properties/profile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                        return false;
                                                      }
                                                      var valid16 = _errs105 === errors;
                                                    } else {
                                                      var valid16 = true;
                                                    }
                                                    if (valid16) {
                                                      if (data45.requirements !== void 0) {
                                                        let data49 = data45.requirements;
                                                        const _errs107 = errors;
                                                        if (errors === _errs107) {
                                                          if (Array.isArray(data49)) {
                                                            var valid17 = true;
                                                            const len4 = data49.length;
                                                            for (let i4 = 0; i4 < len4; i4++) {
                                                              const _errs109 = errors;
                                                              if (typeof data49[i4] !== "string") {
                                                                validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/requirements/" + i4, schemaPath: "#/$defs/check/properties/requirements/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                              var valid17 = _errs109 === errors;
                                                              if (!valid17) {
                                                                break;
                                                              }
                                                            }
                                                          } else {
                                                            validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/requirements", schemaPath: "#/$defs/check/properties/requirements/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid16 = _errs107 === errors;
                                                      } else {
                                                        var valid16 = true;
                                                      }
                                                      if (valid16) {
                                                        if (data45.operation !== void 0) {
                                                          const _errs111 = errors;
                                                          if (typeof data45.operation !== "string") {
                                                            validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/operation", schemaPath: "#/$defs/check/properties/operation/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                          }
                                                          var valid16 = _errs111 === errors;
                                                        } else {
                                                          var valid16 = true;
                                                        }
                                                        if (valid16) {
                                                          if (data45.outcome !== void 0) {
                                                            let data52 = data45.outcome;
                                                            const _errs113 = errors;
                                                            if (!(data52 === "passed" || data52 === "failed" || data52 === "known-failure" || data52 === "unexpected-pass" || data52 === "not-applicable" || data52 === "could-not-run")) {
                                                              validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/outcome", schemaPath: "#/$defs/check/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema100.properties.outcome.enum }, message: "must be equal to one of the allowed values" }];
                                                              return false;
                                                            }
                                                            var valid16 = _errs113 === errors;
                                                          } else {
                                                            var valid16 = true;
                                                          }
                                                          if (valid16) {
                                                            if (data45.failure !== void 0) {
                                                              let data53 = data45.failure;
                                                              const _errs114 = errors;
                                                              if (!(data53 === "wrong-value" || data53 === "accepted-invalid" || data53 === "rejected-valid" || data53 === "wrong-code" || data53 === "wrong-outcome" || data53 === "adapter-error" || data53 === "crash" || data53 === "hang" || data53 === "protocol-violation" || data53 === "claim-broken" || data53 === "nondeterministic" || data53 === "slow")) {
                                                                validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/failure", schemaPath: "#/$defs/check/properties/failure/enum", keyword: "enum", params: { allowedValues: schema100.properties.failure.enum }, message: "must be equal to one of the allowed values" }];
                                                                return false;
                                                              }
                                                              var valid16 = _errs114 === errors;
                                                            } else {
                                                              var valid16 = true;
                                                            }
                                                            if (valid16) {
                                                              if (data45.harm !== void 0) {
                                                                let data54 = data45.harm;
                                                                const _errs115 = errors;
                                                                if (!(data54 === "gives-key-away" || data54 === "accepts-invalid" || data54 === "loses" || data54 === "diverges" || data54 === "crashes" || data54 === "refuses-valid" || data54 === "other-code")) {
                                                                  validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/harm", schemaPath: "#/$defs/check/properties/harm/enum", keyword: "enum", params: { allowedValues: schema100.properties.harm.enum }, message: "must be equal to one of the allowed values" }];
                                                                  return false;
                                                                }
                                                                var valid16 = _errs115 === errors;
                                                              } else {
                                                                var valid16 = true;
                                                              }
                                                              if (valid16) {
                                                                if (data45.reason !== void 0) {
                                                                  const _errs116 = errors;
                                                                  if (typeof data45.reason !== "string") {
                                                                    validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/reason", schemaPath: "#/$defs/check/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                    return false;
                                                                  }
                                                                  var valid16 = _errs116 === errors;
                                                                } else {
                                                                  var valid16 = true;
                                                                }
                                                                if (valid16) {
                                                                  if (data45.cursorFrom !== void 0) {
                                                                    let data56 = data45.cursorFrom;
                                                                    const _errs118 = errors;
                                                                    if (!(typeof data56 == "number" && (!(data56 % 1) && !isNaN(data56)) && isFinite(data56))) {
                                                                      validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/cursorFrom", schemaPath: "#/$defs/check/properties/cursorFrom/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                      return false;
                                                                    }
                                                                    if (errors === _errs118) {
                                                                      if (typeof data56 == "number" && isFinite(data56)) {
                                                                        if (data56 < 0 || isNaN(data56)) {
                                                                          validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/cursorFrom", schemaPath: "#/$defs/check/properties/cursorFrom/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid16 = _errs118 === errors;
                                                                  } else {
                                                                    var valid16 = true;
                                                                  }
                                                                  if (valid16) {
                                                                    if (data45.step !== void 0) {
                                                                      let data57 = data45.step;
                                                                      const _errs120 = errors;
                                                                      if (!(typeof data57 == "number" && (!(data57 % 1) && !isNaN(data57)) && isFinite(data57))) {
                                                                        validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/step", schemaPath: "#/$defs/check/properties/step/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                                                        return false;
                                                                      }
                                                                      if (errors === _errs120) {
                                                                        if (typeof data57 == "number" && isFinite(data57)) {
                                                                          if (data57 < 1 || isNaN(data57)) {
                                                                            validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/step", schemaPath: "#/$defs/check/properties/step/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid16 = _errs120 === errors;
                                                                    } else {
                                                                      var valid16 = true;
                                                                    }
                                                                    if (valid16) {
                                                                      if (data45.steps !== void 0) {
                                                                        let data58 = data45.steps;
                                                                        const _errs122 = errors;
                                                                        if (errors === _errs122) {
                                                                          if (Array.isArray(data58)) {
                                                                            var valid18 = true;
                                                                            const len5 = data58.length;
                                                                            for (let i5 = 0; i5 < len5; i5++) {
                                                                              let data59 = data58[i5];
                                                                              const _errs124 = errors;
                                                                              if (!(data59 && typeof data59 == "object" && !Array.isArray(data59))) {
                                                                                validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/steps/" + i5, schemaPath: "#/$defs/check/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                                                return false;
                                                                              }
                                                                              var valid18 = _errs124 === errors;
                                                                              if (!valid18) {
                                                                                break;
                                                                              }
                                                                            }
                                                                          } else {
                                                                            validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/steps", schemaPath: "#/$defs/check/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                        var valid16 = _errs122 === errors;
                                                                      } else {
                                                                        var valid16 = true;
                                                                      }
                                                                      if (valid16) {
                                                                        if (data45.detail !== void 0) {
                                                                          const _errs126 = errors;
                                                                          if (typeof data45.detail !== "string") {
                                                                            validate44.errors = [{ instancePath: instancePath + "/checks/" + i3 + "/detail", schemaPath: "#/$defs/check/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                            return false;
                                                                          }
                                                                          var valid16 = _errs126 === errors;
                                                                        } else {
                                                                          var valid16 = true;
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate44.errors = [{ instancePath: instancePath + "/checks/" + i3, schemaPath: "#/$defs/check/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                            return false;
                                          }
                                        }
                                        var valid14 = _errs97 === errors;
                                        if (!valid14) {
                                          break;
                                        }
                                      }
                                    } else {
                                      validate44.errors = [{ instancePath: instancePath + "/checks", schemaPath: "#/properties/checks/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs95 === errors;
                                } else {
                                  var valid0 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate44.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate44.errors = vErrors;
  return errors === 0;
}
validate44.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateSsbMessage = validate48;
var pattern48 = new RegExp("^%[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\.sha256$", "u");
var pattern49 = new RegExp("^@[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\.ed25519$", "u");
var pattern50 = new RegExp("^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?\\.box[^\\n\\r\\u2028\\u2029]*$", "u");
var pattern51 = new RegExp("^[A-Za-z0-9+/]{85}[AQgw]==\\.sig\\.ed25519$", "u");
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.previous === void 0 && (missing0 = "previous") || data.sequence === void 0 && (missing0 = "sequence") || data.author === void 0 && (missing0 = "author") || data.timestamp === void 0 && (missing0 = "timestamp") || data.hash === void 0 && (missing0 = "hash") || data.content === void 0 && (missing0 = "content") || data.signature === void 0 && (missing0 = "signature")) {
        validate48.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "previous" || key0 === "sequence" || key0 === "author" || key0 === "timestamp" || key0 === "hash" || key0 === "content" || key0 === "signature")) {
            validate48.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.previous !== void 0) {
            let data0 = data.previous;
            const _errs2 = errors;
            const _errs3 = errors;
            let valid1 = false;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data0 === "string") {
                if (!pattern48.test(data0)) {
                  const err0 = { instancePath: instancePath + "/previous", schemaPath: "identifiers.schema.json#/$defs/ssbMessageId/pattern", keyword: "pattern", params: { pattern: "^%[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\.sha256$" }, message: 'must match pattern "^%[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\.sha256$"' };
                  if (vErrors === null) {
                    vErrors = [err0];
                  } else {
                    vErrors.push(err0);
                  }
                  errors++;
                }
              } else {
                const err1 = { instancePath: instancePath + "/previous", schemaPath: "identifiers.schema.json#/$defs/ssbMessageId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err1];
                } else {
                  vErrors.push(err1);
                }
                errors++;
              }
            }
            var _valid0 = _errs4 === errors;
            valid1 = valid1 || _valid0;
            const _errs7 = errors;
            if (data0 !== null) {
              const err2 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            var _valid0 = _errs7 === errors;
            valid1 = valid1 || _valid0;
            if (!valid1) {
              const err3 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              validate48.errors = vErrors;
              return false;
            } else {
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.sequence !== void 0) {
              let data1 = data.sequence;
              const _errs9 = errors;
              const _errs10 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate48.errors = [{ instancePath: instancePath + "/sequence", schemaPath: "identifiers.schema.json#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs10) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 9007199254740991 || isNaN(data1)) {
                    validate48.errors = [{ instancePath: instancePath + "/sequence", schemaPath: "identifiers.schema.json#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate48.errors = [{ instancePath: instancePath + "/sequence", schemaPath: "identifiers.schema.json#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs9 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.author !== void 0) {
                let data2 = data.author;
                const _errs12 = errors;
                const _errs13 = errors;
                if (errors === _errs13) {
                  if (typeof data2 === "string") {
                    if (!pattern49.test(data2)) {
                      validate48.errors = [{ instancePath: instancePath + "/author", schemaPath: "identifiers.schema.json#/$defs/ssbAuthor/pattern", keyword: "pattern", params: { pattern: "^@[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\.ed25519$" }, message: 'must match pattern "^@[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\.ed25519$"' }];
                      return false;
                    }
                  } else {
                    validate48.errors = [{ instancePath: instancePath + "/author", schemaPath: "identifiers.schema.json#/$defs/ssbAuthor/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs12 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.timestamp !== void 0) {
                  let data3 = data.timestamp;
                  const _errs15 = errors;
                  if (!(typeof data3 == "number" && isFinite(data3))) {
                    validate48.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                    return false;
                  }
                  var valid0 = _errs15 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.hash !== void 0) {
                    const _errs17 = errors;
                    if ("sha256" !== data.hash) {
                      validate48.errors = [{ instancePath: instancePath + "/hash", schemaPath: "#/properties/hash/const", keyword: "const", params: { allowedValue: "sha256" }, message: "must be equal to constant" }];
                      return false;
                    }
                    var valid0 = _errs17 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.content !== void 0) {
                      let data5 = data.content;
                      const _errs18 = errors;
                      const _errs19 = errors;
                      let valid5 = false;
                      const _errs20 = errors;
                      if (errors === _errs20) {
                        if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                          let missing1;
                          if (data5.type === void 0 && (missing1 = "type")) {
                            const err4 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/anyOf/0/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
                            if (vErrors === null) {
                              vErrors = [err4];
                            } else {
                              vErrors.push(err4);
                            }
                            errors++;
                          } else {
                            if (data5.type !== void 0) {
                              let data6 = data5.type;
                              const _errs22 = errors;
                              if (errors === _errs22) {
                                if (typeof data6 === "string") {
                                  if (func1(data6) > 52) {
                                    const err5 = { instancePath: instancePath + "/content/type", schemaPath: "#/properties/content/anyOf/0/properties/type/maxLength", keyword: "maxLength", params: { limit: 52 }, message: "must NOT have more than 52 characters" };
                                    if (vErrors === null) {
                                      vErrors = [err5];
                                    } else {
                                      vErrors.push(err5);
                                    }
                                    errors++;
                                  } else {
                                    if (func1(data6) < 2) {
                                      const err6 = { instancePath: instancePath + "/content/type", schemaPath: "#/properties/content/anyOf/0/properties/type/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters" };
                                      if (vErrors === null) {
                                        vErrors = [err6];
                                      } else {
                                        vErrors.push(err6);
                                      }
                                      errors++;
                                    }
                                  }
                                } else {
                                  const err7 = { instancePath: instancePath + "/content/type", schemaPath: "#/properties/content/anyOf/0/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                  if (vErrors === null) {
                                    vErrors = [err7];
                                  } else {
                                    vErrors.push(err7);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                        } else {
                          const err8 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                          if (vErrors === null) {
                            vErrors = [err8];
                          } else {
                            vErrors.push(err8);
                          }
                          errors++;
                        }
                      }
                      var _valid1 = _errs20 === errors;
                      valid5 = valid5 || _valid1;
                      if (_valid1) {
                        var props0 = {};
                        props0.type = true;
                      }
                      const _errs24 = errors;
                      if (errors === _errs24) {
                        if (typeof data5 === "string") {
                          if (!pattern50.test(data5)) {
                            const err9 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?\\.box[^\\n\\r\\u2028\\u2029]*$" }, message: 'must match pattern "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?\\.box[^\\n\\r\\u2028\\u2029]*$"' };
                            if (vErrors === null) {
                              vErrors = [err9];
                            } else {
                              vErrors.push(err9);
                            }
                            errors++;
                          }
                        } else {
                          const err10 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err10];
                          } else {
                            vErrors.push(err10);
                          }
                          errors++;
                        }
                      }
                      var _valid1 = _errs24 === errors;
                      valid5 = valid5 || _valid1;
                      if (!valid5) {
                        const err11 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                          vErrors = [err11];
                        } else {
                          vErrors.push(err11);
                        }
                        errors++;
                        validate48.errors = vErrors;
                        return false;
                      } else {
                        errors = _errs19;
                        if (vErrors !== null) {
                          if (_errs19) {
                            vErrors.length = _errs19;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                      var valid0 = _errs18 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.signature !== void 0) {
                        let data7 = data.signature;
                        const _errs26 = errors;
                        const _errs27 = errors;
                        if (errors === _errs27) {
                          if (typeof data7 === "string") {
                            if (!pattern51.test(data7)) {
                              validate48.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/ssbSignature/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+/]{85}[AQgw]==\\.sig\\.ed25519$" }, message: 'must match pattern "^[A-Za-z0-9+/]{85}[AQgw]==\\.sig\\.ed25519$"' }];
                              return false;
                            }
                          } else {
                            validate48.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/ssbSignature/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs26 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate48.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate48.errors = vErrors;
  return errors === 0;
}
validate48.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateSubjectProtocol = validate45;
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate45.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  const _errs2 = errors;
  if (errors === _errs2) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.jsonrpc === void 0 && (missing0 = "jsonrpc") || data.id === void 0 && (missing0 = "id") || data.method === void 0 && (missing0 = "method") || data.params === void 0 && (missing0 = "params")) {
        const err0 = { instancePath, schemaPath: "#/$defs/request/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        const _errs4 = errors;
        for (const key0 in data) {
          if (!(key0 === "jsonrpc" || key0 === "id" || key0 === "method" || key0 === "params")) {
            const err1 = { instancePath, schemaPath: "#/$defs/request/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
            break;
          }
        }
        if (_errs4 === errors) {
          if (data.jsonrpc !== void 0) {
            const _errs5 = errors;
            if ("2.0" !== data.jsonrpc) {
              const err2 = { instancePath: instancePath + "/jsonrpc", schemaPath: "#/$defs/request/properties/jsonrpc/const", keyword: "const", params: { allowedValue: "2.0" }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            var valid2 = _errs5 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.id !== void 0) {
              let data1 = data.id;
              const _errs6 = errors;
              if (errors === _errs6) {
                if (typeof data1 === "string") {
                  if (func1(data1) < 1) {
                    const err3 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/request/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                      vErrors = [err3];
                    } else {
                      vErrors.push(err3);
                    }
                    errors++;
                  }
                } else {
                  const err4 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/request/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
              }
              var valid2 = _errs6 === errors;
            } else {
              var valid2 = true;
            }
            if (valid2) {
              if (data.method !== void 0) {
                const _errs8 = errors;
                if (typeof data.method !== "string") {
                  const err5 = { instancePath: instancePath + "/method", schemaPath: "#/$defs/request/properties/method/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
                var valid2 = _errs8 === errors;
              } else {
                var valid2 = true;
              }
              if (valid2) {
                if (data.params !== void 0) {
                  let data3 = data.params;
                  const _errs10 = errors;
                  if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
                    const err6 = { instancePath: instancePath + "/params", schemaPath: "#/$defs/request/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err6];
                    } else {
                      vErrors.push(err6);
                    }
                    errors++;
                  }
                  var valid2 = _errs10 === errors;
                } else {
                  var valid2 = true;
                }
              }
            }
          }
        }
      }
    } else {
      const err7 = { instancePath, schemaPath: "#/$defs/request/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs12 = errors;
  const _errs13 = errors;
  const _errs15 = errors;
  let valid4 = false;
  let passing0 = null;
  const _errs16 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.result === void 0 && (missing1 = "result")) {
      const err8 = { instancePath, schemaPath: "#/$defs/response/oneOf/0/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
  }
  var _valid1 = _errs16 === errors;
  if (_valid1) {
    valid4 = true;
    passing0 = 0;
  }
  const _errs17 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing2;
    if (data.error === void 0 && (missing2 = "error")) {
      const err9 = { instancePath, schemaPath: "#/$defs/response/oneOf/1/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  }
  var _valid1 = _errs17 === errors;
  if (_valid1 && valid4) {
    valid4 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid1) {
      valid4 = true;
      passing0 = 1;
    }
  }
  if (!valid4) {
    const err10 = { instancePath, schemaPath: "#/$defs/response/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  } else {
    errors = _errs15;
    if (vErrors !== null) {
      if (_errs15) {
        vErrors.length = _errs15;
      } else {
        vErrors = null;
      }
    }
  }
  if (errors === _errs13) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.jsonrpc === void 0 && (missing3 = "jsonrpc") || data.id === void 0 && (missing3 = "id")) {
        const err11 = { instancePath, schemaPath: "#/$defs/response/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      } else {
        if (data.jsonrpc !== void 0) {
          const _errs18 = errors;
          if ("2.0" !== data.jsonrpc) {
            const err12 = { instancePath: instancePath + "/jsonrpc", schemaPath: "#/$defs/response/properties/jsonrpc/const", keyword: "const", params: { allowedValue: "2.0" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          var valid5 = _errs18 === errors;
        } else {
          var valid5 = true;
        }
        if (valid5) {
          if (data.id !== void 0) {
            let data5 = data.id;
            const _errs19 = errors;
            if (errors === _errs19) {
              if (typeof data5 === "string") {
                if (func1(data5) < 1) {
                  const err13 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/response/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              } else {
                const err14 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/response/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            var valid5 = _errs19 === errors;
          } else {
            var valid5 = true;
          }
          if (valid5) {
            if (data.result !== void 0) {
              let data6 = data.result;
              const _errs21 = errors;
              if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
                const err15 = { instancePath: instancePath + "/result", schemaPath: "#/$defs/response/properties/result/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
              var valid5 = _errs21 === errors;
            } else {
              var valid5 = true;
            }
            if (valid5) {
              if (data.error !== void 0) {
                let data7 = data.error;
                const _errs23 = errors;
                if (errors === _errs23) {
                  if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                    let missing4;
                    if (data7.code === void 0 && (missing4 = "code") || data7.message === void 0 && (missing4 = "message")) {
                      const err16 = { instancePath: instancePath + "/error", schemaPath: "#/$defs/response/properties/error/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" };
                      if (vErrors === null) {
                        vErrors = [err16];
                      } else {
                        vErrors.push(err16);
                      }
                      errors++;
                    } else {
                      if (data7.code !== void 0) {
                        let data8 = data7.code;
                        const _errs25 = errors;
                        if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                          const err17 = { instancePath: instancePath + "/error/code", schemaPath: "#/$defs/response/properties/error/properties/code/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                          if (vErrors === null) {
                            vErrors = [err17];
                          } else {
                            vErrors.push(err17);
                          }
                          errors++;
                        }
                        var valid6 = _errs25 === errors;
                      } else {
                        var valid6 = true;
                      }
                      if (valid6) {
                        if (data7.message !== void 0) {
                          const _errs27 = errors;
                          if (typeof data7.message !== "string") {
                            const err18 = { instancePath: instancePath + "/error/message", schemaPath: "#/$defs/response/properties/error/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err18];
                            } else {
                              vErrors.push(err18);
                            }
                            errors++;
                          }
                          var valid6 = _errs27 === errors;
                        } else {
                          var valid6 = true;
                        }
                      }
                    }
                  } else {
                    const err19 = { instancePath: instancePath + "/error", schemaPath: "#/$defs/response/properties/error/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err19];
                    } else {
                      vErrors.push(err19);
                    }
                    errors++;
                  }
                }
                var valid5 = _errs23 === errors;
              } else {
                var valid5 = true;
              }
            }
          }
        }
      }
    } else {
      const err20 = { instancePath, schemaPath: "#/$defs/response/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err20];
      } else {
        vErrors.push(err20);
      }
      errors++;
    }
  }
  var _valid0 = _errs12 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.jsonrpc = true;
      props0.id = true;
      props0.result = true;
      props0.error = true;
    }
  }
  if (!valid0) {
    const err21 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
    validate45.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate45.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate45.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateSubjectResponse = validate49;
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.result === void 0 && (missing0 = "result")) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.error === void 0 && (missing1 = "error")) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate49.errors = vErrors;
    return false;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.jsonrpc === void 0 && (missing2 = "jsonrpc") || data.id === void 0 && (missing2 = "id")) {
        validate49.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
        return false;
      } else {
        if (data.jsonrpc !== void 0) {
          const _errs4 = errors;
          if ("2.0" !== data.jsonrpc) {
            validate49.errors = [{ instancePath: instancePath + "/jsonrpc", schemaPath: "#/properties/jsonrpc/const", keyword: "const", params: { allowedValue: "2.0" }, message: "must be equal to constant" }];
            return false;
          }
          var valid1 = _errs4 === errors;
        } else {
          var valid1 = true;
        }
        if (valid1) {
          if (data.id !== void 0) {
            let data1 = data.id;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data1 === "string") {
                if (func1(data1) < 1) {
                  validate49.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate49.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid1 = _errs5 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.result !== void 0) {
              let data2 = data.result;
              const _errs7 = errors;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
                validate49.errors = [{ instancePath: instancePath + "/result", schemaPath: "#/properties/result/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
              var valid1 = _errs7 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.error !== void 0) {
                let data3 = data.error;
                const _errs9 = errors;
                if (errors === _errs9) {
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    let missing3;
                    if (data3.code === void 0 && (missing3 = "code") || data3.message === void 0 && (missing3 = "message")) {
                      validate49.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                      return false;
                    } else {
                      if (data3.code !== void 0) {
                        let data4 = data3.code;
                        const _errs11 = errors;
                        if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                          validate49.errors = [{ instancePath: instancePath + "/error/code", schemaPath: "#/properties/error/properties/code/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                          return false;
                        }
                        var valid2 = _errs11 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data3.message !== void 0) {
                          const _errs13 = errors;
                          if (typeof data3.message !== "string") {
                            validate49.errors = [{ instancePath: instancePath + "/error/message", schemaPath: "#/properties/error/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid2 = _errs13 === errors;
                        } else {
                          var valid2 = true;
                        }
                      }
                    }
                  } else {
                    validate49.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                }
                var valid1 = _errs9 === errors;
              } else {
                var valid1 = true;
              }
            }
          }
        }
      }
    } else {
      validate49.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate49.errors = vErrors;
  return errors === 0;
}
validate49.evaluated = { "props": { "jsonrpc": true, "id": true, "result": true, "error": true }, "dynamicProps": false, "dynamicItems": false };
var validateHelloResult = validate50;
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate50.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.protocol === void 0 && (missing0 = "protocol") || data.implementation === void 0 && (missing0 = "implementation") || data.profiles === void 0 && (missing0 = "profiles") || data.operations === void 0 && (missing0 = "operations")) {
        validate50.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.protocol !== void 0) {
          const _errs1 = errors;
          if (1 !== data.protocol) {
            validate50.errors = [{ instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.implementation !== void 0) {
            let data1 = data.implementation;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                let missing1;
                if (data1.name === void 0 && (missing1 = "name") || data1.version === void 0 && (missing1 = "version")) {
                  validate50.errors = [{ instancePath: instancePath + "/implementation", schemaPath: "#/properties/implementation/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  if (data1.name !== void 0) {
                    let data2 = data1.name;
                    const _errs4 = errors;
                    if (errors === _errs4) {
                      if (typeof data2 === "string") {
                        if (func1(data2) < 1) {
                          validate50.errors = [{ instancePath: instancePath + "/implementation/name", schemaPath: "#/properties/implementation/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate50.errors = [{ instancePath: instancePath + "/implementation/name", schemaPath: "#/properties/implementation/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid1 = _errs4 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data1.version !== void 0) {
                      let data3 = data1.version;
                      const _errs6 = errors;
                      if (errors === _errs6) {
                        if (typeof data3 === "string") {
                          if (func1(data3) < 1) {
                            validate50.errors = [{ instancePath: instancePath + "/implementation/version", schemaPath: "#/properties/implementation/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        } else {
                          validate50.errors = [{ instancePath: instancePath + "/implementation/version", schemaPath: "#/properties/implementation/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid1 = _errs6 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data1.language !== void 0) {
                        const _errs8 = errors;
                        if (typeof data1.language !== "string") {
                          validate50.errors = [{ instancePath: instancePath + "/implementation/language", schemaPath: "#/properties/implementation/properties/language/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid1 = _errs8 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data1.homepage !== void 0) {
                          const _errs10 = errors;
                          if (typeof data1.homepage !== "string") {
                            validate50.errors = [{ instancePath: instancePath + "/implementation/homepage", schemaPath: "#/properties/implementation/properties/homepage/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                          var valid1 = _errs10 === errors;
                        } else {
                          var valid1 = true;
                        }
                      }
                    }
                  }
                }
              } else {
                validate50.errors = [{ instancePath: instancePath + "/implementation", schemaPath: "#/properties/implementation/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.profiles !== void 0) {
              let data6 = data.profiles;
              const _errs12 = errors;
              if (errors === _errs12) {
                if (Array.isArray(data6)) {
                  var valid2 = true;
                  const len0 = data6.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs14 = errors;
                    if (typeof data6[i0] !== "string") {
                      validate50.errors = [{ instancePath: instancePath + "/profiles/" + i0, schemaPath: "#/properties/profiles/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid2 = _errs14 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                  if (valid2) {
                    let i1 = data6.length;
                    let j0;
                    if (i1 > 1) {
                      const indices0 = {};
                      for (; i1--; ) {
                        let item0 = data6[i1];
                        if (typeof item0 !== "string") {
                          continue;
                        }
                        if (typeof indices0[item0] == "number") {
                          j0 = indices0[item0];
                          validate50.errors = [{ instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }];
                          return false;
                          break;
                        }
                        indices0[item0] = i1;
                      }
                    }
                  }
                } else {
                  validate50.errors = [{ instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs12 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.operations !== void 0) {
                let data8 = data.operations;
                const _errs16 = errors;
                if (errors === _errs16) {
                  if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                    for (const key0 in data8) {
                      let data9 = data8[key0];
                      const _errs19 = errors;
                      const _errs20 = errors;
                      if (errors === _errs20) {
                        if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                          if (data9.input !== void 0) {
                            let data10 = data9.input;
                            const _errs22 = errors;
                            if (!(data10 === "text" || data10 === "value")) {
                              validate50.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/input", schemaPath: "#/$defs/operationTraits/properties/input/enum", keyword: "enum", params: { allowedValues: schema97.properties.input.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid6 = _errs22 === errors;
                          } else {
                            var valid6 = true;
                          }
                          if (valid6) {
                            if (data9.clock !== void 0) {
                              let data11 = data9.clock;
                              const _errs23 = errors;
                              if (!(data11 === "given" || data11 === "wall")) {
                                validate50.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/clock", schemaPath: "#/$defs/operationTraits/properties/clock/enum", keyword: "enum", params: { allowedValues: schema97.properties.clock.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid6 = _errs23 === errors;
                            } else {
                              var valid6 = true;
                            }
                            if (valid6) {
                              if (data9.durable !== void 0) {
                                const _errs24 = errors;
                                if (typeof data9.durable !== "boolean") {
                                  validate50.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/durable", schemaPath: "#/$defs/operationTraits/properties/durable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid6 = _errs24 === errors;
                              } else {
                                var valid6 = true;
                              }
                              if (valid6) {
                                if (data9.lacks !== void 0) {
                                  let data13 = data9.lacks;
                                  const _errs26 = errors;
                                  if (errors === _errs26) {
                                    if (Array.isArray(data13)) {
                                      var valid7 = true;
                                      const len1 = data13.length;
                                      for (let i2 = 0; i2 < len1; i2++) {
                                        const _errs28 = errors;
                                        if (typeof data13[i2] !== "string") {
                                          validate50.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/lacks/" + i2, schemaPath: "#/$defs/operationTraits/properties/lacks/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid7 = _errs28 === errors;
                                        if (!valid7) {
                                          break;
                                        }
                                      }
                                      if (valid7) {
                                        let i3 = data13.length;
                                        let j1;
                                        if (i3 > 1) {
                                          const indices1 = {};
                                          for (; i3--; ) {
                                            let item1 = data13[i3];
                                            if (typeof item1 !== "string") {
                                              continue;
                                            }
                                            if (typeof indices1[item1] == "number") {
                                              j1 = indices1[item1];
                                              validate50.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/lacks", schemaPath: "#/$defs/operationTraits/properties/lacks/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)" }];
                                              return false;
                                              break;
                                            }
                                            indices1[item1] = i3;
                                          }
                                        }
                                      }
                                    } else {
                                      validate50.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/lacks", schemaPath: "#/$defs/operationTraits/properties/lacks/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid6 = _errs26 === errors;
                                } else {
                                  var valid6 = true;
                                }
                              }
                            }
                          }
                        } else {
                          validate50.errors = [{ instancePath: instancePath + "/operations/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/operationTraits/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid4 = _errs19 === errors;
                      if (!valid4) {
                        break;
                      }
                    }
                  } else {
                    validate50.errors = [{ instancePath: instancePath + "/operations", schemaPath: "#/properties/operations/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                }
                var valid0 = _errs16 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.deterministic !== void 0) {
                  const _errs30 = errors;
                  if (typeof data.deterministic !== "boolean") {
                    validate50.errors = [{ instancePath: instancePath + "/deterministic", schemaPath: "#/properties/deterministic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs30 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.window !== void 0) {
                    let data16 = data.window;
                    const _errs32 = errors;
                    if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                      validate50.errors = [{ instancePath: instancePath + "/window", schemaPath: "#/properties/window/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs32) {
                      if (typeof data16 == "number" && isFinite(data16)) {
                        if (data16 > 1024 || isNaN(data16)) {
                          validate50.errors = [{ instancePath: instancePath + "/window", schemaPath: "#/properties/window/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, message: "must be <= 1024" }];
                          return false;
                        } else {
                          if (data16 < 1 || isNaN(data16)) {
                            validate50.errors = [{ instancePath: instancePath + "/window", schemaPath: "#/properties/window/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs32 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.limits !== void 0) {
                      let data17 = data.limits;
                      const _errs34 = errors;
                      if (errors === _errs34) {
                        if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                          if (data17.lineBytes !== void 0) {
                            let data18 = data17.lineBytes;
                            const _errs36 = errors;
                            if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                              validate50.errors = [{ instancePath: instancePath + "/limits/lineBytes", schemaPath: "#/properties/limits/properties/lineBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs36) {
                              if (typeof data18 == "number" && isFinite(data18)) {
                                if (data18 < 4096 || isNaN(data18)) {
                                  validate50.errors = [{ instancePath: instancePath + "/limits/lineBytes", schemaPath: "#/properties/limits/properties/lineBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 4096 }, message: "must be >= 4096" }];
                                  return false;
                                }
                              }
                            }
                            var valid9 = _errs36 === errors;
                          } else {
                            var valid9 = true;
                          }
                          if (valid9) {
                            if (data17.iJson !== void 0) {
                              const _errs38 = errors;
                              if (typeof data17.iJson !== "boolean") {
                                validate50.errors = [{ instancePath: instancePath + "/limits/iJson", schemaPath: "#/properties/limits/properties/iJson/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid9 = _errs38 === errors;
                            } else {
                              var valid9 = true;
                            }
                          }
                        } else {
                          validate50.errors = [{ instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid0 = _errs34 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate50.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate50.errors = vErrors;
  return errors === 0;
}
validate50.evaluated = { "props": { "protocol": true, "implementation": true, "profiles": true, "operations": true, "deterministic": true, "window": true, "limits": true }, "dynamicProps": false, "dynamicItems": false };
var validateOperationResult = validate51;
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate51.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.ok === void 0 && (missing0 = "ok")) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.reject === void 0 && (missing1 = "reject")) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.held === void 0 && (missing2 = "held")) {
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
    }
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
    validate51.errors = vErrors;
    return false;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.ok !== void 0) {
        let data0 = data.ok;
        const _errs5 = errors;
        if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
          validate51.errors = [{ instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
          return false;
        }
        var valid1 = _errs5 === errors;
      } else {
        var valid1 = true;
      }
      if (valid1) {
        if (data.reject !== void 0) {
          let data1 = data.reject;
          const _errs7 = errors;
          if (errors === _errs7) {
            if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
              let missing3;
              if (data1.code === void 0 && (missing3 = "code")) {
                validate51.errors = [{ instancePath: instancePath + "/reject", schemaPath: "#/properties/reject/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                return false;
              } else {
                if (data1.code !== void 0) {
                  let data2 = data1.code;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (typeof data2 === "string") {
                      if (func1(data2) < 1) {
                        validate51.errors = [{ instancePath: instancePath + "/reject/code", schemaPath: "#/properties/reject/properties/code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate51.errors = [{ instancePath: instancePath + "/reject/code", schemaPath: "#/properties/reject/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                }
              }
            } else {
              validate51.errors = [{ instancePath: instancePath + "/reject", schemaPath: "#/properties/reject/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
              return false;
            }
          }
          var valid1 = _errs7 === errors;
        } else {
          var valid1 = true;
        }
        if (valid1) {
          if (data.held !== void 0) {
            let data3 = data.held;
            const _errs11 = errors;
            if (errors === _errs11) {
              if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                let missing4;
                if (data3.reason === void 0 && (missing4 = "reason")) {
                  validate51.errors = [{ instancePath: instancePath + "/held", schemaPath: "#/properties/held/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                  return false;
                } else {
                  if (data3.reason !== void 0) {
                    let data4 = data3.reason;
                    const _errs13 = errors;
                    if (errors === _errs13) {
                      if (typeof data4 === "string") {
                        if (func1(data4) < 1) {
                          validate51.errors = [{ instancePath: instancePath + "/held/reason", schemaPath: "#/properties/held/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate51.errors = [{ instancePath: instancePath + "/held/reason", schemaPath: "#/properties/held/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                  }
                }
              } else {
                validate51.errors = [{ instancePath: instancePath + "/held", schemaPath: "#/properties/held/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid1 = _errs11 === errors;
          } else {
            var valid1 = true;
          }
        }
      }
    } else {
      validate51.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate51.errors = vErrors;
  return errors === 0;
}
validate51.evaluated = { "props": { "ok": true, "reject": true, "held": true }, "dynamicProps": false, "dynamicItems": false };
var validateSyncMessage = validate52;
var pattern54 = new RegExp("^[ -~]{1,255}$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.version === void 0 && (missing0 = "version") || data.nonce === void 0 && (missing0 = "nonce")) {
        validate53.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "version" || key0 === "nonce" || key0 === "key" || key0 === "address")) {
            validate53.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            const _errs2 = errors;
            if ("hello" !== data.type) {
              validate53.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "hello" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.version !== void 0) {
              let data1 = data.version;
              const _errs3 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate53.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs3) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 9007199254740991 || isNaN(data1)) {
                    validate53.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                    return false;
                  } else {
                    if (data1 < 0 || isNaN(data1)) {
                      validate53.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.nonce !== void 0) {
                let data2 = data.nonce;
                const _errs5 = errors;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (!pattern26.test(data2)) {
                      validate53.errors = [{ instancePath: instancePath + "/nonce", schemaPath: "identifiers.schema.json#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^b[a-z2-7]{51}[aq]$"' }];
                      return false;
                    }
                  } else {
                    validate53.errors = [{ instancePath: instancePath + "/nonce", schemaPath: "identifiers.schema.json#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.key !== void 0) {
                  let data3 = data.key;
                  const _errs8 = errors;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (typeof data3 === "string") {
                      if (!pattern4.test(data3)) {
                        validate53.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/pattern", keyword: "pattern", params: { pattern: "^@b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^@b[a-z2-7]{51}[aq]$"' }];
                        return false;
                      }
                    } else {
                      validate53.errors = [{ instancePath: instancePath + "/key", schemaPath: "identifiers.schema.json#/$defs/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.address !== void 0) {
                    let data4 = data.address;
                    const _errs11 = errors;
                    if (errors === _errs11) {
                      if (typeof data4 === "string") {
                        if (!pattern54.test(data4)) {
                          validate53.errors = [{ instancePath: instancePath + "/address", schemaPath: "#/properties/address/pattern", keyword: "pattern", params: { pattern: "^[ -~]{1,255}$" }, message: 'must match pattern "^[ -~]{1,255}$"' }];
                          return false;
                        }
                      } else {
                        validate53.errors = [{ instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.signature === void 0 && (missing0 = "signature")) {
        validate55.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "signature")) {
            validate55.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            const _errs2 = errors;
            if ("auth" !== data.type) {
              validate55.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "auth" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.signature !== void 0) {
              let data1 = data.signature;
              const _errs3 = errors;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern28.test(data1)) {
                    validate55.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{102}[aiqy]$" }, message: 'must match pattern "^b[a-z2-7]{102}[aiqy]$"' }];
                    return false;
                  }
                } else {
                  validate55.errors = [{ instancePath: instancePath + "/signature", schemaPath: "identifiers.schema.json#/$defs/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate55.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema116 = { "title": "OpenMessage", "description": "Which space, and which part of it.", "type": "object", "required": ["type", "space", "now"], "additionalProperties": false, "properties": { "type": { "const": "open" }, "space": { "$ref": "identifiers.schema.json#/$defs/hash", "description": "The digest of the identifier of the space." }, "now": { "$ref": "identifiers.schema.json#/$defs/micros", "description": "The clock of the sender." }, "filter": { "description": "The part of the space that the sender wants and gives.", "type": "object" }, "sparse": { "description": "The sender wants records without content.", "type": "boolean" }, "live": { "description": "The sender wants to be told what is new.", "type": "boolean" }, "lift": { "description": "What fingerprints are made of.", "enum": [0, 1] } } };
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.space === void 0 && (missing0 = "space") || data.now === void 0 && (missing0 = "now")) {
        validate57.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "space" || key0 === "now" || key0 === "filter" || key0 === "sparse" || key0 === "live" || key0 === "lift")) {
            validate57.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            const _errs2 = errors;
            if ("open" !== data.type) {
              validate57.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "open" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.space !== void 0) {
              let data1 = data.space;
              const _errs3 = errors;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern26.test(data1)) {
                    validate57.errors = [{ instancePath: instancePath + "/space", schemaPath: "identifiers.schema.json#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^b[a-z2-7]{51}[aq]$"' }];
                    return false;
                  }
                } else {
                  validate57.errors = [{ instancePath: instancePath + "/space", schemaPath: "identifiers.schema.json#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.now !== void 0) {
                let data2 = data.now;
                const _errs6 = errors;
                const _errs7 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate57.errors = [{ instancePath: instancePath + "/now", schemaPath: "identifiers.schema.json#/$defs/micros/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs7) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 > 9007199254740990 || isNaN(data2)) {
                      validate57.errors = [{ instancePath: instancePath + "/now", schemaPath: "identifiers.schema.json#/$defs/micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740990 }, message: "must be <= 9007199254740990" }];
                      return false;
                    } else {
                      if (data2 < 1e13 || isNaN(data2)) {
                        validate57.errors = [{ instancePath: instancePath + "/now", schemaPath: "identifiers.schema.json#/$defs/micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e13 }, message: "must be >= 10000000000000" }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.filter !== void 0) {
                  let data3 = data.filter;
                  const _errs9 = errors;
                  if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
                    validate57.errors = [{ instancePath: instancePath + "/filter", schemaPath: "#/properties/filter/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.sparse !== void 0) {
                    const _errs11 = errors;
                    if (typeof data.sparse !== "boolean") {
                      validate57.errors = [{ instancePath: instancePath + "/sparse", schemaPath: "#/properties/sparse/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                      return false;
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.live !== void 0) {
                      const _errs13 = errors;
                      if (typeof data.live !== "boolean") {
                        validate57.errors = [{ instancePath: instancePath + "/live", schemaPath: "#/properties/live/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.lift !== void 0) {
                        let data6 = data.lift;
                        const _errs15 = errors;
                        if (!(data6 === 0 || data6 === 1)) {
                          validate57.errors = [{ instancePath: instancePath + "/lift", schemaPath: "#/properties/lift/enum", keyword: "enum", params: { allowedValues: schema116.properties.lift.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate57.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate57.errors = vErrors;
  return errors === 0;
}
validate57.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern57 = new RegExp("^b[a-z2-7]{25}[aeimquy4]$", "u");
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.fingerprint === void 0 && (missing0 = "fingerprint") || data.count === void 0 && (missing0 = "count")) {
        validate59.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "fingerprint" || key0 === "count")) {
            validate59.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            const _errs2 = errors;
            if ("done" !== data.type) {
              validate59.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "done" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.fingerprint !== void 0) {
              let data1 = data.fingerprint;
              const _errs3 = errors;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern57.test(data1)) {
                    validate59.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{25}[aeimquy4]$" }, message: 'must match pattern "^b[a-z2-7]{25}[aeimquy4]$"' }];
                    return false;
                  }
                } else {
                  validate59.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.count !== void 0) {
                let data2 = data.count;
                const _errs6 = errors;
                const _errs7 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate59.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs7) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 > 9007199254740991 || isNaN(data2)) {
                      validate59.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                      return false;
                    } else {
                      if (data2 < 0 || isNaN(data2)) {
                        validate59.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate59.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate61.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.contents === void 0 && (missing0 = "contents")) {
        validate61.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "contents" || key0 === "more")) {
            validate61.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            const _errs2 = errors;
            if ("want" !== data.type) {
              validate61.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "want" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.contents !== void 0) {
              let data1 = data.contents;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data2 = data1[i0];
                    const _errs5 = errors;
                    const _errs6 = errors;
                    if (errors === _errs6) {
                      if (typeof data2 === "string") {
                        if (!pattern6.test(data2)) {
                          validate61.errors = [{ instancePath: instancePath + "/contents/" + i0, schemaPath: "identifiers.schema.json#/$defs/blobId/pattern", keyword: "pattern", params: { pattern: "^&b[a-z2-7]{51}[aq]$" }, message: 'must match pattern "^&b[a-z2-7]{51}[aq]$"' }];
                          return false;
                        }
                      } else {
                        validate61.errors = [{ instancePath: instancePath + "/contents/" + i0, schemaPath: "identifiers.schema.json#/$defs/blobId/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid1 = _errs5 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate61.errors = [{ instancePath: instancePath + "/contents", schemaPath: "#/properties/contents/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.more !== void 0) {
                const _errs8 = errors;
                if (true !== data.more) {
                  validate61.errors = [{ instancePath: instancePath + "/more", schemaPath: "#/properties/more/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate61.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate61.errors = vErrors;
  return errors === 0;
}
validate61.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.fingerprint === void 0 && (missing0 = "fingerprint") || data.count === void 0 && (missing0 = "count")) {
        validate63.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "fingerprint" || key0 === "count")) {
            validate63.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            const _errs2 = errors;
            if ("state" !== data.type) {
              validate63.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "state" }, message: "must be equal to constant" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.fingerprint !== void 0) {
              let data1 = data.fingerprint;
              const _errs3 = errors;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern57.test(data1)) {
                    validate63.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/pattern", keyword: "pattern", params: { pattern: "^b[a-z2-7]{25}[aeimquy4]$" }, message: 'must match pattern "^b[a-z2-7]{25}[aeimquy4]$"' }];
                    return false;
                  }
                } else {
                  validate63.errors = [{ instancePath: instancePath + "/fingerprint", schemaPath: "#/$defs/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.count !== void 0) {
                let data2 = data.count;
                const _errs6 = errors;
                const _errs7 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate63.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs7) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 > 9007199254740991 || isNaN(data2)) {
                      validate63.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" }];
                      return false;
                    } else {
                      if (data2 < 0 || isNaN(data2)) {
                        validate63.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate63.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate53(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs2 = errors;
  if (!validate55(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs3 = errors;
  if (!validate57(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs4 = errors;
  const _errs5 = errors;
  if (errors === _errs5) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.ranges === void 0 && (missing0 = "ranges")) {
        const err0 = { instancePath, schemaPath: "#/$defs/reconcile/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        const _errs7 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "ranges" || key0 === "more")) {
            const err1 = { instancePath, schemaPath: "#/$defs/reconcile/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
            break;
          }
        }
        if (_errs7 === errors) {
          if (data.type !== void 0) {
            const _errs8 = errors;
            if ("reconcile" !== data.type) {
              const err2 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/reconcile/properties/type/const", keyword: "const", params: { allowedValue: "reconcile" }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            var valid2 = _errs8 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.ranges !== void 0) {
              const _errs9 = errors;
              if (typeof data.ranges !== "string") {
                const err3 = { instancePath: instancePath + "/ranges", schemaPath: "#/$defs/reconcile/properties/ranges/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err3];
                } else {
                  vErrors.push(err3);
                }
                errors++;
              }
              var valid2 = _errs9 === errors;
            } else {
              var valid2 = true;
            }
            if (valid2) {
              if (data.more !== void 0) {
                const _errs11 = errors;
                if (true !== data.more) {
                  const err4 = { instancePath: instancePath + "/more", schemaPath: "#/$defs/reconcile/properties/more/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
                var valid2 = _errs11 === errors;
              } else {
                var valid2 = true;
              }
            }
          }
        }
      }
    } else {
      const err5 = { instancePath, schemaPath: "#/$defs/reconcile/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs12 = errors;
  const _errs13 = errors;
  if (errors === _errs13) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.type === void 0 && (missing1 = "type") || data.records === void 0 && (missing1 = "records")) {
        const err6 = { instancePath, schemaPath: "#/$defs/records/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        const _errs15 = errors;
        for (const key1 in data) {
          if (!(key1 === "type" || key1 === "records")) {
            const err7 = { instancePath, schemaPath: "#/$defs/records/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
            break;
          }
        }
        if (_errs15 === errors) {
          if (data.type !== void 0) {
            const _errs16 = errors;
            if ("records" !== data.type) {
              const err8 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/records/properties/type/const", keyword: "const", params: { allowedValue: "records" }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            var valid4 = _errs16 === errors;
          } else {
            var valid4 = true;
          }
          if (valid4) {
            if (data.records !== void 0) {
              let data4 = data.records;
              const _errs17 = errors;
              if (errors === _errs17) {
                if (Array.isArray(data4)) {
                  if (data4.length < 1) {
                    const err9 = { instancePath: instancePath + "/records", schemaPath: "#/$defs/records/properties/records/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                      vErrors = [err9];
                    } else {
                      vErrors.push(err9);
                    }
                    errors++;
                  } else {
                    var valid5 = true;
                    const len0 = data4.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data5 = data4[i0];
                      const _errs19 = errors;
                      if (errors === _errs19) {
                        if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                          let missing2;
                          if (data5.format === void 0 && (missing2 = "format") || data5.text === void 0 && (missing2 = "text")) {
                            const err10 = { instancePath: instancePath + "/records/" + i0, schemaPath: "#/$defs/records/properties/records/items/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
                            if (vErrors === null) {
                              vErrors = [err10];
                            } else {
                              vErrors.push(err10);
                            }
                            errors++;
                          } else {
                            const _errs21 = errors;
                            for (const key2 in data5) {
                              if (!(key2 === "format" || key2 === "text")) {
                                const err11 = { instancePath: instancePath + "/records/" + i0, schemaPath: "#/$defs/records/properties/records/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                  vErrors = [err11];
                                } else {
                                  vErrors.push(err11);
                                }
                                errors++;
                                break;
                              }
                            }
                            if (_errs21 === errors) {
                              if (data5.format !== void 0) {
                                const _errs22 = errors;
                                if (typeof data5.format !== "string") {
                                  const err12 = { instancePath: instancePath + "/records/" + i0 + "/format", schemaPath: "#/$defs/records/properties/records/items/properties/format/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                  if (vErrors === null) {
                                    vErrors = [err12];
                                  } else {
                                    vErrors.push(err12);
                                  }
                                  errors++;
                                }
                                var valid6 = _errs22 === errors;
                              } else {
                                var valid6 = true;
                              }
                              if (valid6) {
                                if (data5.text !== void 0) {
                                  const _errs24 = errors;
                                  if (typeof data5.text !== "string") {
                                    const err13 = { instancePath: instancePath + "/records/" + i0 + "/text", schemaPath: "#/$defs/records/properties/records/items/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                    if (vErrors === null) {
                                      vErrors = [err13];
                                    } else {
                                      vErrors.push(err13);
                                    }
                                    errors++;
                                  }
                                  var valid6 = _errs24 === errors;
                                } else {
                                  var valid6 = true;
                                }
                              }
                            }
                          }
                        } else {
                          const err14 = { instancePath: instancePath + "/records/" + i0, schemaPath: "#/$defs/records/properties/records/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                          if (vErrors === null) {
                            vErrors = [err14];
                          } else {
                            vErrors.push(err14);
                          }
                          errors++;
                        }
                      }
                      var valid5 = _errs19 === errors;
                      if (!valid5) {
                        break;
                      }
                    }
                  }
                } else {
                  const err15 = { instancePath: instancePath + "/records", schemaPath: "#/$defs/records/properties/records/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              }
              var valid4 = _errs17 === errors;
            } else {
              var valid4 = true;
            }
          }
        }
      }
    } else {
      const err16 = { instancePath, schemaPath: "#/$defs/records/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
  }
  var _valid0 = _errs12 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs26 = errors;
  if (!validate59(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs26 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs27 = errors;
  if (!validate61(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs27 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs28 = errors;
  const _errs29 = errors;
  if (errors === _errs29) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.type === void 0 && (missing3 = "type") || data.contents === void 0 && (missing3 = "contents")) {
        const err17 = { instancePath, schemaPath: "#/$defs/contents/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      } else {
        const _errs31 = errors;
        for (const key3 in data) {
          if (!(key3 === "type" || key3 === "contents")) {
            const err18 = { instancePath, schemaPath: "#/$defs/contents/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
            break;
          }
        }
        if (_errs31 === errors) {
          if (data.type !== void 0) {
            const _errs32 = errors;
            if ("contents" !== data.type) {
              const err19 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/contents/properties/type/const", keyword: "const", params: { allowedValue: "contents" }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            var valid8 = _errs32 === errors;
          } else {
            var valid8 = true;
          }
          if (valid8) {
            if (data.contents !== void 0) {
              let data9 = data.contents;
              const _errs33 = errors;
              if (errors === _errs33) {
                if (Array.isArray(data9)) {
                  if (data9.length < 1) {
                    const err20 = { instancePath: instancePath + "/contents", schemaPath: "#/$defs/contents/properties/contents/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                      vErrors = [err20];
                    } else {
                      vErrors.push(err20);
                    }
                    errors++;
                  } else {
                    var valid9 = true;
                    const len1 = data9.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      const _errs35 = errors;
                      if (typeof data9[i1] !== "string") {
                        const err21 = { instancePath: instancePath + "/contents/" + i1, schemaPath: "#/$defs/contents/properties/contents/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err21];
                        } else {
                          vErrors.push(err21);
                        }
                        errors++;
                      }
                      var valid9 = _errs35 === errors;
                      if (!valid9) {
                        break;
                      }
                    }
                  }
                } else {
                  const err22 = { instancePath: instancePath + "/contents", schemaPath: "#/$defs/contents/properties/contents/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              }
              var valid8 = _errs33 === errors;
            } else {
              var valid8 = true;
            }
          }
        }
      }
    } else {
      const err23 = { instancePath, schemaPath: "#/$defs/contents/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err23];
      } else {
        vErrors.push(err23);
      }
      errors++;
    }
  }
  var _valid0 = _errs28 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs37 = errors;
  const _errs38 = errors;
  if (errors === _errs38) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing4;
      if (data.type === void 0 && (missing4 = "type")) {
        const err24 = { instancePath, schemaPath: "#/$defs/end/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      } else {
        const _errs40 = errors;
        for (const key4 in data) {
          if (!(key4 === "type")) {
            const err25 = { instancePath, schemaPath: "#/$defs/end/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
            break;
          }
        }
        if (_errs40 === errors) {
          if (data.type !== void 0) {
            if ("end" !== data.type) {
              const err26 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/end/properties/type/const", keyword: "const", params: { allowedValue: "end" }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
        }
      }
    } else {
      const err27 = { instancePath, schemaPath: "#/$defs/end/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err27];
      } else {
        vErrors.push(err27);
      }
      errors++;
    }
  }
  var _valid0 = _errs37 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs42 = errors;
  if (!validate63(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs42 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs43 = errors;
  const _errs44 = errors;
  if (errors === _errs44) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing5;
      if (data.type === void 0 && (missing5 = "type") || data.code === void 0 && (missing5 = "code")) {
        const err28 = { instancePath, schemaPath: "#/$defs/error/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      } else {
        const _errs46 = errors;
        for (const key5 in data) {
          if (!(key5 === "type" || key5 === "code" || key5 === "detail")) {
            const err29 = { instancePath, schemaPath: "#/$defs/error/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
            break;
          }
        }
        if (_errs46 === errors) {
          if (data.type !== void 0) {
            const _errs47 = errors;
            if ("error" !== data.type) {
              const err30 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/error/properties/type/const", keyword: "const", params: { allowedValue: "error" }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            var valid13 = _errs47 === errors;
          } else {
            var valid13 = true;
          }
          if (valid13) {
            if (data.code !== void 0) {
              const _errs48 = errors;
              if (typeof data.code !== "string") {
                const err31 = { instancePath: instancePath + "/code", schemaPath: "#/$defs/error/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
              var valid13 = _errs48 === errors;
            } else {
              var valid13 = true;
            }
            if (valid13) {
              if (data.detail !== void 0) {
                const _errs50 = errors;
                if (typeof data.detail !== "string") {
                  const err32 = { instancePath: instancePath + "/detail", schemaPath: "#/$defs/error/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
                var valid13 = _errs50 === errors;
              } else {
                var valid13 = true;
              }
            }
          }
        }
      }
    } else {
      const err33 = { instancePath, schemaPath: "#/$defs/error/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err33];
      } else {
        vErrors.push(err33);
      }
      errors++;
    }
  }
  var _valid0 = _errs43 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err34 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    if (vErrors === null) {
      vErrors = [err34];
    } else {
      vErrors.push(err34);
    }
    errors++;
    validate52.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate52.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate52.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateVectorFile = validate65;
var schema133 = { "title": "VectorCase", "description": "One question and its answer; of a schedule, the last question, with those before it in steps.", "type": "object", "required": ["id", "title", "profile", "requirements", "operation", "input", "expect"], "additionalProperties": false, "properties": { "id": { "description": "Area and slug, for example documents/wiki-page. Never reused.", "type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9]+(?:-[a-z0-9]+)*$" }, "title": { "description": "What is special about the input, in words.", "type": "string", "minLength": 1 }, "profile": { "$ref": "subject-protocol.schema.json#/$defs/profile" }, "needs": { "description": "Further profiles that must be claimed too.", "type": "array", "items": { "$ref": "subject-protocol.schema.json#/$defs/profile" }, "minItems": 1 }, "requirements": { "description": "The requirements that the case tests; for a rejection, those that the input breaks.", "type": "array", "items": { "type": "string", "pattern": "^[A-Z][A-Z0-9]*-[1-9][0-9]*$" }, "minItems": 1, "uniqueItems": true }, "operation": { "$ref": "subject-protocol.schema.json#/$defs/operation" }, "input": { "description": "The params of the operation. text, bytes and content-like long strings may be compact.", "type": "object" }, "expect": { "$ref": "#/$defs/expectation" }, "kept": { "description": "Of a chain that is not accepted as a whole: how many of its messages are, before the first that is not.", "type": "integer", "minimum": 0 }, "parent": { "description": "The valid case from which this one differs by its one defect.", "type": "string" }, "defect": { "description": "The one difference from the parent, in words.", "type": "string" }, "textOnly": { "description": "The point lies in the text: it is lost when the text is parsed.", "const": true }, "timeless": { "description": "The answer is the same at every later time.", "const": true }, "source": { "description": "Where the input comes from, if not made here.", "type": "string" }, "wrongIn": { "description": "Classes of libraries that answer otherwise.", "type": "array", "items": { "type": "string" } }, "steps": { "description": "What is asked before, each step when the one before it is answered, and judged as the last question is.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/step" } }, "cursorFrom": { "description": "The query's cursor is next of the answer to the step at this position, from 0.", "type": "integer", "minimum": 0 } }, "if": { "properties": { "expect": { "required": ["reject"] } }, "required": ["expect"] }, "then": { "required": ["parent", "defect"] } };
var schema134 = { "title": "ProfileName", "description": "The profiles that can be claimed.", "enum": ["core", "documents", "feeds", "earthstar-es4", "earthstar-es5", "ssb-classic", "ssb-signer", "ssb-writer", "ssb-state", "replica", "earthstar-replica", "sync"] };
var schema136 = { "title": "OperationName", "description": "The operations of this version.", "enum": ["canonical.encode", "id.parse", "id.sort", "signature.verify", "blob.id", "record.verify", "record.id", "record.sign", "document.merge", "feed.verify", "feed.append", "feed.state", "replica.open", "replica.ingest", "replica.state", "replica.query", "session.open", "session.receive"] };
var pattern60 = new RegExp("^[a-z0-9-]+/[a-z0-9]+(?:-[a-z0-9]+)*$", "u");
var pattern61 = new RegExp("^[A-Z][A-Z0-9]*-[1-9][0-9]*$", "u");
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate67.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.operation === void 0 && (missing0 = "operation") || data.input === void 0 && (missing0 = "input") || data.expect === void 0 && (missing0 = "expect")) {
        const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        const _errs3 = errors;
        for (const key0 in data) {
          if (!(key0 === "operation" || key0 === "input" || key0 === "cursorFrom" || key0 === "expect")) {
            const err1 = { instancePath, schemaPath: "#/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
            break;
          }
        }
        if (_errs3 === errors) {
          if (data.operation !== void 0) {
            let data0 = data.operation;
            const _errs4 = errors;
            if (!(data0 === "canonical.encode" || data0 === "id.parse" || data0 === "id.sort" || data0 === "signature.verify" || data0 === "blob.id" || data0 === "record.verify" || data0 === "record.id" || data0 === "record.sign" || data0 === "document.merge" || data0 === "feed.verify" || data0 === "feed.append" || data0 === "feed.state" || data0 === "replica.open" || data0 === "replica.ingest" || data0 === "replica.state" || data0 === "replica.query" || data0 === "session.open" || data0 === "session.receive")) {
              const err2 = { instancePath: instancePath + "/operation", schemaPath: "subject-protocol.schema.json#/$defs/operation/enum", keyword: "enum", params: { allowedValues: schema136.enum }, message: "must be equal to one of the allowed values" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            var valid1 = _errs4 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.input !== void 0) {
              let data1 = data.input;
              const _errs6 = errors;
              if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
                const err3 = { instancePath: instancePath + "/input", schemaPath: "#/anyOf/0/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err3];
                } else {
                  vErrors.push(err3);
                }
                errors++;
              }
              var valid1 = _errs6 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.cursorFrom !== void 0) {
                let data2 = data.cursorFrom;
                const _errs8 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  const err4 = { instancePath: instancePath + "/cursorFrom", schemaPath: "#/anyOf/0/properties/cursorFrom/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
                if (errors === _errs8) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 0 || isNaN(data2)) {
                      const err5 = { instancePath: instancePath + "/cursorFrom", schemaPath: "#/anyOf/0/properties/cursorFrom/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err5];
                      } else {
                        vErrors.push(err5);
                      }
                      errors++;
                    }
                  }
                }
                var valid1 = _errs8 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.expect !== void 0) {
                  let data3 = data.expect;
                  const _errs10 = errors;
                  const _errs11 = errors;
                  if (errors === _errs11) {
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                      if (Object.keys(data3).length > 1) {
                        const err6 = { instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err6];
                        } else {
                          vErrors.push(err6);
                        }
                        errors++;
                      } else {
                        if (Object.keys(data3).length < 1) {
                          const err7 = { instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                          if (vErrors === null) {
                            vErrors = [err7];
                          } else {
                            vErrors.push(err7);
                          }
                          errors++;
                        } else {
                          const _errs13 = errors;
                          for (const key1 in data3) {
                            if (!(key1 === "ok" || key1 === "reject" || key1 === "held")) {
                              const err8 = { instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                              if (vErrors === null) {
                                vErrors = [err8];
                              } else {
                                vErrors.push(err8);
                              }
                              errors++;
                              break;
                            }
                          }
                          if (_errs13 === errors) {
                            if (data3.ok !== void 0) {
                              let data4 = data3.ok;
                              const _errs14 = errors;
                              if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
                                const err9 = { instancePath: instancePath + "/expect/ok", schemaPath: "#/$defs/expectation/properties/ok/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                  vErrors = [err9];
                                } else {
                                  vErrors.push(err9);
                                }
                                errors++;
                              }
                              var valid4 = _errs14 === errors;
                            } else {
                              var valid4 = true;
                            }
                            if (valid4) {
                              if (data3.reject !== void 0) {
                                let data5 = data3.reject;
                                const _errs16 = errors;
                                if (errors === _errs16) {
                                  if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                                    let missing1;
                                    if (data5.codes === void 0 && (missing1 = "codes")) {
                                      const err10 = { instancePath: instancePath + "/expect/reject", schemaPath: "#/$defs/expectation/properties/reject/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
                                      if (vErrors === null) {
                                        vErrors = [err10];
                                      } else {
                                        vErrors.push(err10);
                                      }
                                      errors++;
                                    } else {
                                      const _errs18 = errors;
                                      for (const key2 in data5) {
                                        if (!(key2 === "codes")) {
                                          const err11 = { instancePath: instancePath + "/expect/reject", schemaPath: "#/$defs/expectation/properties/reject/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                                          if (vErrors === null) {
                                            vErrors = [err11];
                                          } else {
                                            vErrors.push(err11);
                                          }
                                          errors++;
                                          break;
                                        }
                                      }
                                      if (_errs18 === errors) {
                                        if (data5.codes !== void 0) {
                                          let data6 = data5.codes;
                                          const _errs19 = errors;
                                          if (errors === _errs19) {
                                            if (Array.isArray(data6)) {
                                              if (data6.length < 1) {
                                                const err12 = { instancePath: instancePath + "/expect/reject/codes", schemaPath: "#/$defs/expectation/properties/reject/properties/codes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                                                if (vErrors === null) {
                                                  vErrors = [err12];
                                                } else {
                                                  vErrors.push(err12);
                                                }
                                                errors++;
                                              } else {
                                                var valid6 = true;
                                                const len0 = data6.length;
                                                for (let i0 = 0; i0 < len0; i0++) {
                                                  const _errs21 = errors;
                                                  if (typeof data6[i0] !== "string") {
                                                    const err13 = { instancePath: instancePath + "/expect/reject/codes/" + i0, schemaPath: "#/$defs/expectation/properties/reject/properties/codes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                    if (vErrors === null) {
                                                      vErrors = [err13];
                                                    } else {
                                                      vErrors.push(err13);
                                                    }
                                                    errors++;
                                                  }
                                                  var valid6 = _errs21 === errors;
                                                  if (!valid6) {
                                                    break;
                                                  }
                                                }
                                                if (valid6) {
                                                  let i1 = data6.length;
                                                  let j0;
                                                  if (i1 > 1) {
                                                    const indices0 = {};
                                                    for (; i1--; ) {
                                                      let item0 = data6[i1];
                                                      if (typeof item0 !== "string") {
                                                        continue;
                                                      }
                                                      if (typeof indices0[item0] == "number") {
                                                        j0 = indices0[item0];
                                                        const err14 = { instancePath: instancePath + "/expect/reject/codes", schemaPath: "#/$defs/expectation/properties/reject/properties/codes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                                                        if (vErrors === null) {
                                                          vErrors = [err14];
                                                        } else {
                                                          vErrors.push(err14);
                                                        }
                                                        errors++;
                                                        break;
                                                      }
                                                      indices0[item0] = i1;
                                                    }
                                                  }
                                                }
                                              }
                                            } else {
                                              const err15 = { instancePath: instancePath + "/expect/reject/codes", schemaPath: "#/$defs/expectation/properties/reject/properties/codes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                              if (vErrors === null) {
                                                vErrors = [err15];
                                              } else {
                                                vErrors.push(err15);
                                              }
                                              errors++;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    const err16 = { instancePath: instancePath + "/expect/reject", schemaPath: "#/$defs/expectation/properties/reject/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                    if (vErrors === null) {
                                      vErrors = [err16];
                                    } else {
                                      vErrors.push(err16);
                                    }
                                    errors++;
                                  }
                                }
                                var valid4 = _errs16 === errors;
                              } else {
                                var valid4 = true;
                              }
                              if (valid4) {
                                if (data3.held !== void 0) {
                                  let data8 = data3.held;
                                  const _errs23 = errors;
                                  if (errors === _errs23) {
                                    if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                                      let missing2;
                                      if (data8.reason === void 0 && (missing2 = "reason")) {
                                        const err17 = { instancePath: instancePath + "/expect/held", schemaPath: "#/$defs/expectation/properties/held/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
                                        if (vErrors === null) {
                                          vErrors = [err17];
                                        } else {
                                          vErrors.push(err17);
                                        }
                                        errors++;
                                      } else {
                                        const _errs25 = errors;
                                        for (const key3 in data8) {
                                          if (!(key3 === "reason")) {
                                            const err18 = { instancePath: instancePath + "/expect/held", schemaPath: "#/$defs/expectation/properties/held/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                                            if (vErrors === null) {
                                              vErrors = [err18];
                                            } else {
                                              vErrors.push(err18);
                                            }
                                            errors++;
                                            break;
                                          }
                                        }
                                        if (_errs25 === errors) {
                                          if (data8.reason !== void 0) {
                                            if (typeof data8.reason !== "string") {
                                              const err19 = { instancePath: instancePath + "/expect/held/reason", schemaPath: "#/$defs/expectation/properties/held/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                              if (vErrors === null) {
                                                vErrors = [err19];
                                              } else {
                                                vErrors.push(err19);
                                              }
                                              errors++;
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      const err20 = { instancePath: instancePath + "/expect/held", schemaPath: "#/$defs/expectation/properties/held/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                      if (vErrors === null) {
                                        vErrors = [err20];
                                      } else {
                                        vErrors.push(err20);
                                      }
                                      errors++;
                                    }
                                  }
                                  var valid4 = _errs23 === errors;
                                } else {
                                  var valid4 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    } else {
                      const err21 = { instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err21];
                      } else {
                        vErrors.push(err21);
                      }
                      errors++;
                    }
                  }
                  var valid1 = _errs10 === errors;
                } else {
                  var valid1 = true;
                }
              }
            }
          }
        }
      }
    } else {
      const err22 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err22];
      } else {
        vErrors.push(err22);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs28 = errors;
  if (errors === _errs28) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.end === void 0 && (missing3 = "end")) {
        const err23 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      } else {
        const _errs30 = errors;
        for (const key4 in data) {
          if (!(key4 === "end")) {
            const err24 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
            break;
          }
        }
        if (_errs30 === errors) {
          if (data.end !== void 0) {
            if (true !== data.end) {
              const err25 = { instancePath: instancePath + "/end", schemaPath: "#/anyOf/1/properties/end/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
        }
      }
    } else {
      const err26 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err26];
      } else {
        vErrors.push(err26);
      }
      errors++;
    }
  }
  var _valid0 = _errs28 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err27 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
    validate67.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate67.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate67.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.expect === void 0 && (missing0 = "expect")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.expect !== void 0) {
        let data0 = data.expect;
        if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
          let missing1;
          if (data0.reject === void 0 && (missing1 = "reject")) {
            const err1 = {};
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      }
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.parent === void 0 && (missing2 = "parent") || data.defect === void 0 && (missing2 = "defect")) {
        validate66.errors = [{ instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
        return false;
      }
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate66.errors = vErrors;
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.id === void 0 && (missing3 = "id") || data.title === void 0 && (missing3 = "title") || data.profile === void 0 && (missing3 = "profile") || data.requirements === void 0 && (missing3 = "requirements") || data.operation === void 0 && (missing3 = "operation") || data.input === void 0 && (missing3 = "input") || data.expect === void 0 && (missing3 = "expect")) {
        validate66.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
        return false;
      } else {
        const _errs5 = errors;
        for (const key0 in data) {
          if (!func3.call(schema133.properties, key0)) {
            validate66.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs5 === errors) {
          if (data.id !== void 0) {
            let data1 = data.id;
            const _errs6 = errors;
            if (errors === _errs6) {
              if (typeof data1 === "string") {
                if (!pattern60.test(data1)) {
                  validate66.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]+/[a-z0-9]+(?:-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9-]+/[a-z0-9]+(?:-[a-z0-9]+)*$"' }];
                  return false;
                }
              } else {
                validate66.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid2 = _errs6 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.title !== void 0) {
              let data2 = data.title;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (typeof data2 === "string") {
                  if (func1(data2) < 1) {
                    validate66.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate66.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid2 = _errs8 === errors;
            } else {
              var valid2 = true;
            }
            if (valid2) {
              if (data.profile !== void 0) {
                let data3 = data.profile;
                const _errs10 = errors;
                if (!(data3 === "core" || data3 === "documents" || data3 === "feeds" || data3 === "earthstar-es4" || data3 === "earthstar-es5" || data3 === "ssb-classic" || data3 === "ssb-signer" || data3 === "ssb-writer" || data3 === "ssb-state" || data3 === "replica" || data3 === "earthstar-replica" || data3 === "sync")) {
                  validate66.errors = [{ instancePath: instancePath + "/profile", schemaPath: "subject-protocol.schema.json#/$defs/profile/enum", keyword: "enum", params: { allowedValues: schema134.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid2 = _errs10 === errors;
              } else {
                var valid2 = true;
              }
              if (valid2) {
                if (data.needs !== void 0) {
                  let data4 = data.needs;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (Array.isArray(data4)) {
                      if (data4.length < 1) {
                        validate66.errors = [{ instancePath: instancePath + "/needs", schemaPath: "#/properties/needs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                        return false;
                      } else {
                        var valid4 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          let data5 = data4[i0];
                          const _errs14 = errors;
                          if (!(data5 === "core" || data5 === "documents" || data5 === "feeds" || data5 === "earthstar-es4" || data5 === "earthstar-es5" || data5 === "ssb-classic" || data5 === "ssb-signer" || data5 === "ssb-writer" || data5 === "ssb-state" || data5 === "replica" || data5 === "earthstar-replica" || data5 === "sync")) {
                            validate66.errors = [{ instancePath: instancePath + "/needs/" + i0, schemaPath: "subject-protocol.schema.json#/$defs/profile/enum", keyword: "enum", params: { allowedValues: schema134.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid4 = _errs14 === errors;
                          if (!valid4) {
                            break;
                          }
                        }
                      }
                    } else {
                      validate66.errors = [{ instancePath: instancePath + "/needs", schemaPath: "#/properties/needs/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid2 = _errs12 === errors;
                } else {
                  var valid2 = true;
                }
                if (valid2) {
                  if (data.requirements !== void 0) {
                    let data6 = data.requirements;
                    const _errs16 = errors;
                    if (errors === _errs16) {
                      if (Array.isArray(data6)) {
                        if (data6.length < 1) {
                          validate66.errors = [{ instancePath: instancePath + "/requirements", schemaPath: "#/properties/requirements/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                          return false;
                        } else {
                          var valid6 = true;
                          const len1 = data6.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            let data7 = data6[i1];
                            const _errs18 = errors;
                            if (errors === _errs18) {
                              if (typeof data7 === "string") {
                                if (!pattern61.test(data7)) {
                                  validate66.errors = [{ instancePath: instancePath + "/requirements/" + i1, schemaPath: "#/properties/requirements/items/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9]*-[1-9][0-9]*$" }, message: 'must match pattern "^[A-Z][A-Z0-9]*-[1-9][0-9]*$"' }];
                                  return false;
                                }
                              } else {
                                validate66.errors = [{ instancePath: instancePath + "/requirements/" + i1, schemaPath: "#/properties/requirements/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid6 = _errs18 === errors;
                            if (!valid6) {
                              break;
                            }
                          }
                          if (valid6) {
                            let i2 = data6.length;
                            let j0;
                            if (i2 > 1) {
                              const indices0 = {};
                              for (; i2--; ) {
                                let item0 = data6[i2];
                                if (typeof item0 !== "string") {
                                  continue;
                                }
                                if (typeof indices0[item0] == "number") {
                                  j0 = indices0[item0];
                                  validate66.errors = [{ instancePath: instancePath + "/requirements", schemaPath: "#/properties/requirements/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)" }];
                                  return false;
                                  break;
                                }
                                indices0[item0] = i2;
                              }
                            }
                          }
                        }
                      } else {
                        validate66.errors = [{ instancePath: instancePath + "/requirements", schemaPath: "#/properties/requirements/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid2 = _errs16 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data.operation !== void 0) {
                      let data8 = data.operation;
                      const _errs20 = errors;
                      if (!(data8 === "canonical.encode" || data8 === "id.parse" || data8 === "id.sort" || data8 === "signature.verify" || data8 === "blob.id" || data8 === "record.verify" || data8 === "record.id" || data8 === "record.sign" || data8 === "document.merge" || data8 === "feed.verify" || data8 === "feed.append" || data8 === "feed.state" || data8 === "replica.open" || data8 === "replica.ingest" || data8 === "replica.state" || data8 === "replica.query" || data8 === "session.open" || data8 === "session.receive")) {
                        validate66.errors = [{ instancePath: instancePath + "/operation", schemaPath: "subject-protocol.schema.json#/$defs/operation/enum", keyword: "enum", params: { allowedValues: schema136.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid2 = _errs20 === errors;
                    } else {
                      var valid2 = true;
                    }
                    if (valid2) {
                      if (data.input !== void 0) {
                        let data9 = data.input;
                        const _errs22 = errors;
                        if (!(data9 && typeof data9 == "object" && !Array.isArray(data9))) {
                          validate66.errors = [{ instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                        var valid2 = _errs22 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data.expect !== void 0) {
                          let data10 = data.expect;
                          const _errs24 = errors;
                          const _errs25 = errors;
                          if (errors === _errs25) {
                            if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                              if (Object.keys(data10).length > 1) {
                                validate66.errors = [{ instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" }];
                                return false;
                              } else {
                                if (Object.keys(data10).length < 1) {
                                  validate66.errors = [{ instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" }];
                                  return false;
                                } else {
                                  const _errs27 = errors;
                                  for (const key1 in data10) {
                                    if (!(key1 === "ok" || key1 === "reject" || key1 === "held")) {
                                      validate66.errors = [{ instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (_errs27 === errors) {
                                    if (data10.ok !== void 0) {
                                      let data11 = data10.ok;
                                      const _errs28 = errors;
                                      if (!(data11 && typeof data11 == "object" && !Array.isArray(data11))) {
                                        validate66.errors = [{ instancePath: instancePath + "/expect/ok", schemaPath: "#/$defs/expectation/properties/ok/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                      var valid10 = _errs28 === errors;
                                    } else {
                                      var valid10 = true;
                                    }
                                    if (valid10) {
                                      if (data10.reject !== void 0) {
                                        let data12 = data10.reject;
                                        const _errs30 = errors;
                                        if (errors === _errs30) {
                                          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                            let missing4;
                                            if (data12.codes === void 0 && (missing4 = "codes")) {
                                              validate66.errors = [{ instancePath: instancePath + "/expect/reject", schemaPath: "#/$defs/expectation/properties/reject/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                              return false;
                                            } else {
                                              const _errs32 = errors;
                                              for (const key2 in data12) {
                                                if (!(key2 === "codes")) {
                                                  validate66.errors = [{ instancePath: instancePath + "/expect/reject", schemaPath: "#/$defs/expectation/properties/reject/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs32 === errors) {
                                                if (data12.codes !== void 0) {
                                                  let data13 = data12.codes;
                                                  const _errs33 = errors;
                                                  if (errors === _errs33) {
                                                    if (Array.isArray(data13)) {
                                                      if (data13.length < 1) {
                                                        validate66.errors = [{ instancePath: instancePath + "/expect/reject/codes", schemaPath: "#/$defs/expectation/properties/reject/properties/codes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                                                        return false;
                                                      } else {
                                                        var valid12 = true;
                                                        const len2 = data13.length;
                                                        for (let i3 = 0; i3 < len2; i3++) {
                                                          const _errs35 = errors;
                                                          if (typeof data13[i3] !== "string") {
                                                            validate66.errors = [{ instancePath: instancePath + "/expect/reject/codes/" + i3, schemaPath: "#/$defs/expectation/properties/reject/properties/codes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                          }
                                                          var valid12 = _errs35 === errors;
                                                          if (!valid12) {
                                                            break;
                                                          }
                                                        }
                                                        if (valid12) {
                                                          let i4 = data13.length;
                                                          let j1;
                                                          if (i4 > 1) {
                                                            const indices1 = {};
                                                            for (; i4--; ) {
                                                              let item1 = data13[i4];
                                                              if (typeof item1 !== "string") {
                                                                continue;
                                                              }
                                                              if (typeof indices1[item1] == "number") {
                                                                j1 = indices1[item1];
                                                                validate66.errors = [{ instancePath: instancePath + "/expect/reject/codes", schemaPath: "#/$defs/expectation/properties/reject/properties/codes/uniqueItems", keyword: "uniqueItems", params: { i: i4, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i4 + " are identical)" }];
                                                                return false;
                                                                break;
                                                              }
                                                              indices1[item1] = i4;
                                                            }
                                                          }
                                                        }
                                                      }
                                                    } else {
                                                      validate66.errors = [{ instancePath: instancePath + "/expect/reject/codes", schemaPath: "#/$defs/expectation/properties/reject/properties/codes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate66.errors = [{ instancePath: instancePath + "/expect/reject", schemaPath: "#/$defs/expectation/properties/reject/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                            return false;
                                          }
                                        }
                                        var valid10 = _errs30 === errors;
                                      } else {
                                        var valid10 = true;
                                      }
                                      if (valid10) {
                                        if (data10.held !== void 0) {
                                          let data15 = data10.held;
                                          const _errs37 = errors;
                                          if (errors === _errs37) {
                                            if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                                              let missing5;
                                              if (data15.reason === void 0 && (missing5 = "reason")) {
                                                validate66.errors = [{ instancePath: instancePath + "/expect/held", schemaPath: "#/$defs/expectation/properties/held/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                                return false;
                                              } else {
                                                const _errs39 = errors;
                                                for (const key3 in data15) {
                                                  if (!(key3 === "reason")) {
                                                    validate66.errors = [{ instancePath: instancePath + "/expect/held", schemaPath: "#/$defs/expectation/properties/held/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                                    return false;
                                                    break;
                                                  }
                                                }
                                                if (_errs39 === errors) {
                                                  if (data15.reason !== void 0) {
                                                    if (typeof data15.reason !== "string") {
                                                      validate66.errors = [{ instancePath: instancePath + "/expect/held/reason", schemaPath: "#/$defs/expectation/properties/held/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                              }
                                            } else {
                                              validate66.errors = [{ instancePath: instancePath + "/expect/held", schemaPath: "#/$defs/expectation/properties/held/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                              return false;
                                            }
                                          }
                                          var valid10 = _errs37 === errors;
                                        } else {
                                          var valid10 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            } else {
                              validate66.errors = [{ instancePath: instancePath + "/expect", schemaPath: "#/$defs/expectation/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                              return false;
                            }
                          }
                          var valid2 = _errs24 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data.kept !== void 0) {
                            let data17 = data.kept;
                            const _errs42 = errors;
                            if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                              validate66.errors = [{ instancePath: instancePath + "/kept", schemaPath: "#/properties/kept/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs42) {
                              if (typeof data17 == "number" && isFinite(data17)) {
                                if (data17 < 0 || isNaN(data17)) {
                                  validate66.errors = [{ instancePath: instancePath + "/kept", schemaPath: "#/properties/kept/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                  return false;
                                }
                              }
                            }
                            var valid2 = _errs42 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data.parent !== void 0) {
                              const _errs44 = errors;
                              if (typeof data.parent !== "string") {
                                validate66.errors = [{ instancePath: instancePath + "/parent", schemaPath: "#/properties/parent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                              var valid2 = _errs44 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data.defect !== void 0) {
                                const _errs46 = errors;
                                if (typeof data.defect !== "string") {
                                  validate66.errors = [{ instancePath: instancePath + "/defect", schemaPath: "#/properties/defect/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid2 = _errs46 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data.textOnly !== void 0) {
                                  const _errs48 = errors;
                                  if (true !== data.textOnly) {
                                    validate66.errors = [{ instancePath: instancePath + "/textOnly", schemaPath: "#/properties/textOnly/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" }];
                                    return false;
                                  }
                                  var valid2 = _errs48 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data.timeless !== void 0) {
                                    const _errs49 = errors;
                                    if (true !== data.timeless) {
                                      validate66.errors = [{ instancePath: instancePath + "/timeless", schemaPath: "#/properties/timeless/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" }];
                                      return false;
                                    }
                                    var valid2 = _errs49 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data.source !== void 0) {
                                      const _errs50 = errors;
                                      if (typeof data.source !== "string") {
                                        validate66.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                      var valid2 = _errs50 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                    if (valid2) {
                                      if (data.wrongIn !== void 0) {
                                        let data23 = data.wrongIn;
                                        const _errs52 = errors;
                                        if (errors === _errs52) {
                                          if (Array.isArray(data23)) {
                                            var valid15 = true;
                                            const len3 = data23.length;
                                            for (let i5 = 0; i5 < len3; i5++) {
                                              const _errs54 = errors;
                                              if (typeof data23[i5] !== "string") {
                                                validate66.errors = [{ instancePath: instancePath + "/wrongIn/" + i5, schemaPath: "#/properties/wrongIn/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                return false;
                                              }
                                              var valid15 = _errs54 === errors;
                                              if (!valid15) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate66.errors = [{ instancePath: instancePath + "/wrongIn", schemaPath: "#/properties/wrongIn/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                            return false;
                                          }
                                        }
                                        var valid2 = _errs52 === errors;
                                      } else {
                                        var valid2 = true;
                                      }
                                      if (valid2) {
                                        if (data.steps !== void 0) {
                                          let data25 = data.steps;
                                          const _errs56 = errors;
                                          if (errors === _errs56) {
                                            if (Array.isArray(data25)) {
                                              if (data25.length < 1) {
                                                validate66.errors = [{ instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                                                return false;
                                              } else {
                                                var valid16 = true;
                                                const len4 = data25.length;
                                                for (let i6 = 0; i6 < len4; i6++) {
                                                  const _errs58 = errors;
                                                  if (!validate67(data25[i6], { instancePath: instancePath + "/steps/" + i6, parentData: data25, parentDataProperty: i6, rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid16 = _errs58 === errors;
                                                  if (!valid16) {
                                                    break;
                                                  }
                                                }
                                              }
                                            } else {
                                              validate66.errors = [{ instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid2 = _errs56 === errors;
                                        } else {
                                          var valid2 = true;
                                        }
                                        if (valid2) {
                                          if (data.cursorFrom !== void 0) {
                                            let data27 = data.cursorFrom;
                                            const _errs59 = errors;
                                            if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
                                              validate66.errors = [{ instancePath: instancePath + "/cursorFrom", schemaPath: "#/properties/cursorFrom/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs59) {
                                              if (typeof data27 == "number" && isFinite(data27)) {
                                                if (data27 < 0 || isNaN(data27)) {
                                                  validate66.errors = [{ instancePath: instancePath + "/cursorFrom", schemaPath: "#/properties/cursorFrom/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid2 = _errs59 === errors;
                                          } else {
                                            var valid2 = true;
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate66.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.title === void 0 && (missing0 = "title") || data.description === void 0 && (missing0 = "description") || data.cases === void 0 && (missing0 = "cases")) {
        validate65.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "$schema" || key0 === "title" || key0 === "description" || key0 === "cases")) {
            validate65.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.$schema !== void 0) {
            const _errs2 = errors;
            if (typeof data.$schema !== "string") {
              validate65.errors = [{ instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.title !== void 0) {
              let data1 = data.title;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func1(data1) < 1) {
                    validate65.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate65.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.description !== void 0) {
                let data2 = data.description;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (func1(data2) < 1) {
                      validate65.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  } else {
                    validate65.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.cases !== void 0) {
                  let data3 = data.cases;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (Array.isArray(data3)) {
                      if (data3.length < 1) {
                        validate65.errors = [{ instancePath: instancePath + "/cases", schemaPath: "#/properties/cases/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }];
                        return false;
                      } else {
                        var valid1 = true;
                        const len0 = data3.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs10 = errors;
                          if (!validate66(data3[i0], { instancePath: instancePath + "/cases/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                            errors = vErrors.length;
                          }
                          var valid1 = _errs10 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      }
                    } else {
                      validate65.errors = [{ instancePath: instancePath + "/cases", schemaPath: "#/properties/cases/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate65.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate65.errors = vErrors;
  return errors === 0;
}
validate65.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateContentTypes,
  validateDocumentHeader,
  validateEarthstarEs4,
  validateEarthstarEs5,
  validateHelloResult,
  validateIdentifiers,
  validateManifest,
  validateMessageHeader,
  validateOperationResult,
  validateRecord,
  validateRejectionCodes,
  validateReport,
  validateSsbMessage,
  validateSubjectProtocol,
  validateSubjectResponse,
  validateSyncMessage,
  validateVectorFile
};
