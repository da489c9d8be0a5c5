// The template engine behind plain C functions; no exception leaves here.
#include "render/template.h"

#include <cstring>
#include <ctemplate/template.h>
#include <string>

using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;

namespace
{

TemplateDictionary *engine(template_dictionary *dictionary)
{
    return reinterpret_cast<TemplateDictionary *>(dictionary);
}

template_dictionary *handle(TemplateDictionary *dictionary)
{
    return reinterpret_cast<template_dictionary *>(dictionary);
}

class SinkEmitter : public ctemplate::ExpandEmitter
{
  public:
    SinkEmitter(template_sink *sink, void *user) : sink_(sink), user_(user)
    {
    }
    void Emit(char c) override
    {
        sink_(user_, &c, 1);
    }
    void Emit(const std::string &s) override
    {
        sink_(user_, s.data(), s.size());
    }
    void Emit(const char *s) override
    {
        sink_(user_, s, std::strlen(s));
    }
    void Emit(const char *s, size_t size) override
    {
        sink_(user_, s, size);
    }

  private:
    template_sink *sink_;
    void *user_;
};

} // namespace

extern "C" {

template_dictionary *template_create(const char *name)
{
    try {
        return handle(new TemplateDictionary(name));
    } catch (...) {
        return nullptr;
    }
}

void template_free(template_dictionary *dictionary)
{
    delete engine(dictionary);
}

void template_set(
    template_dictionary *dictionary, const char *name, const char *value)
{
    engine(dictionary)->SetValue(name, value);
}

void template_set_number(
    template_dictionary *dictionary, const char *name, long long value)
{
    engine(dictionary)->SetValue(name, std::to_string(value));
}

void template_set_everywhere(
    template_dictionary *dictionary, const char *name, const char *value)
{
    engine(dictionary)->SetTemplateGlobalValue(name, value);
}

void template_show(template_dictionary *dictionary, const char *section)
{
    engine(dictionary)->ShowSection(section);
}

template_dictionary *template_row(
    template_dictionary *dictionary, const char *section)
{
    return handle(engine(dictionary)->AddSectionDictionary(section));
}

template_dictionary *template_include(
    template_dictionary *dictionary, const char *name, const char *file)
{
    TemplateDictionary *included =
        engine(dictionary)->AddIncludeDictionary(name);

    included->SetFilename(file);
    return handle(included);
}

bool template_set_folder(const char *folder)
{
    return ctemplate::Template::SetTemplateRootDirectory(folder);
}

bool template_load(const char *file)
{
    try {
        return ctemplate::LoadTemplate(file, ctemplate::STRIP_BLANK_LINES);
    } catch (...) {
        return false;
    }
}

bool template_render(const char *file, template_dictionary *dictionary,
    template_sink *sink, void *user)
{
    try {
        SinkEmitter emitter(sink, user);

        return ctemplate::ExpandTemplate(
            file, ctemplate::STRIP_BLANK_LINES, engine(dictionary), &emitter);
    } catch (...) {
        return false;
    }
}
}
