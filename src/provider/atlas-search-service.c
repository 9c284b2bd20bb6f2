/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-search-service.h"

#include "search-provider.h"

#define IDLE_TIME 10000 /* milliseconds */
#define APP_PATH "/io/github/alliance_atlas/AllianceAtlas"
#define SERVICE_PATH APP_PATH "/SearchProvider"

struct _AtlasSearchService
{
  GApplication parent_instance;

  AtlasProvider *provider;
  AtlasShellSearchProvider2 *skeleton;
};

G_DEFINE_FINAL_TYPE (AtlasSearchService, atlas_search_service, G_TYPE_APPLICATION)

/* Each call begins the time of idleness anew. */
static void
stay (AtlasSearchService *self)
{
  g_application_hold (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

/* --- Answering -------------------------------------------------------------------- */

static gboolean
on_find (AtlasShellSearchProvider2 *skeleton,
         GDBusMethodInvocation *invocation,
         const char *const *terms,
         AtlasSearchService *self)
{
  g_auto (GStrv) results = atlas_provider_find (self->provider, terms);

  stay (self);
  atlas_shell_search_provider2_complete_get_initial_result_set (skeleton, invocation, (const char *const *) results);
  return TRUE;
}

/* Looked for anew: one more letter can be of a name that the words before had not begun. */
static gboolean
on_find_further (AtlasShellSearchProvider2 *skeleton,
                 GDBusMethodInvocation *invocation,
                 const char *const *previous,
                 const char *const *terms,
                 AtlasSearchService *self)
{
  g_auto (GStrv) results = atlas_provider_find (self->provider, terms);

  stay (self);
  atlas_shell_search_provider2_complete_get_subsearch_result_set (skeleton, invocation, (const char *const *) results);
  return TRUE;
}

static void
add_meta (AtlasSearchService *self,
          GVariantBuilder *metas,
          const char *result)
{
  g_autofree char *line = NULL;
  GVariantDict meta;
  const char *name;

  if (!atlas_provider_describe (self->provider, result, atlas_day_today (), &name, &line))
    return;
  g_variant_dict_init (&meta, NULL);
  g_variant_dict_insert (&meta, "id", "s", result);
  g_variant_dict_insert (&meta, "name", "s", name);
  g_variant_dict_insert (&meta, "description", "s", line);
  g_variant_dict_insert (&meta, "gicon", "s", ATLAS_APP_ID);
  g_variant_builder_add_value (metas, g_variant_dict_end (&meta));
}

static gboolean
on_describe (AtlasShellSearchProvider2 *skeleton,
             GDBusMethodInvocation *invocation,
             const char *const *results,
             AtlasSearchService *self)
{
  GVariantBuilder metas;

  stay (self);
  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (; *results != NULL; results++)
    add_meta (self, &metas, *results);
  atlas_shell_search_provider2_complete_get_result_metas (skeleton, invocation, g_variant_builder_end (&metas));
  return TRUE;
}

/* --- Opening ---------------------------------------------------------------------- */

static void
on_called (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GApplication) application = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL)
    g_message ("The app could not be opened: %s", error->message);
  g_application_release (application);
}

/* Calls the app, which the bus starts where it does not run; stays until it has heard. */
static void
call_app (AtlasSearchService *self,
          const char *method,
          GVariant *arguments)
{
  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)), ATLAS_APP_ID, APP_PATH, "org.freedesktop.Application", method,
                          arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_called, g_object_ref (G_APPLICATION (self)));
}

static GVariant *
platform_data (guint timestamp)
{
  g_autofree char *startup = g_strdup_printf ("_TIME%u", timestamp);
  GVariantDict data;

  g_variant_dict_init (&data, NULL);
  g_variant_dict_insert (&data, "desktop-startup-id", "s", startup);
  return g_variant_dict_end (&data);
}

static gboolean
on_activate (AtlasShellSearchProvider2 *skeleton,
             GDBusMethodInvocation *invocation,
             const char *result,
             const char *const *terms,
             guint timestamp,
             AtlasSearchService *self)
{
  g_autofree char *link = g_strconcat ("alliance-atlas:", result, NULL);
  const char *const links[] = { link, NULL };

  call_app (self, "Open", g_variant_new ("(^as@a{sv})", links, platform_data (timestamp)));
  atlas_shell_search_provider2_complete_activate_result (skeleton, invocation);
  return TRUE;
}

static gboolean
on_launch (AtlasShellSearchProvider2 *skeleton,
           GDBusMethodInvocation *invocation,
           const char *const *terms,
           guint timestamp,
           AtlasSearchService *self)
{
  g_autofree char *words = g_strjoinv (" ", (char **) terms);
  GVariantBuilder parameters;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add_parsed (&parameters, "<%s>", words);
  call_app (self, "ActivateAction", g_variant_new ("(sav@a{sv})", "search", &parameters, platform_data (timestamp)));
  atlas_shell_search_provider2_complete_launch_search (skeleton, invocation);
  return TRUE;
}

/* --- The service ------------------------------------------------------------------- */

/* Before the name is owned, after which the first question may come at once. */
static gboolean
atlas_search_service_dbus_register (GApplication *application,
                                    GDBusConnection *connection,
                                    const char *object_path,
                                    GError **error)
{
  AtlasSearchService *self = ATLAS_SEARCH_SERVICE (application);

  return G_APPLICATION_CLASS (atlas_search_service_parent_class)->dbus_register (application, connection, object_path, error) &&
         g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection, SERVICE_PATH, error);
}

static void
atlas_search_service_finalize (GObject *object)
{
  AtlasSearchService *self = ATLAS_SEARCH_SERVICE (object);

  g_clear_object (&self->skeleton);
  atlas_provider_free (self->provider);
  G_OBJECT_CLASS (atlas_search_service_parent_class)->finalize (object);
}

static void
atlas_search_service_class_init (AtlasSearchServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_search_service_finalize;
  G_APPLICATION_CLASS (klass)->dbus_register = atlas_search_service_dbus_register;
}

static void
atlas_search_service_init (AtlasSearchService *self)
{
  self->skeleton = atlas_shell_search_provider2_skeleton_new ();
  g_signal_connect (self->skeleton, "handle-get-initial-result-set", G_CALLBACK (on_find), self);
  g_signal_connect (self->skeleton, "handle-get-subsearch-result-set", G_CALLBACK (on_find_further), self);
  g_signal_connect (self->skeleton, "handle-get-result-metas", G_CALLBACK (on_describe), self);
  g_signal_connect (self->skeleton, "handle-activate-result", G_CALLBACK (on_activate), self);
  g_signal_connect (self->skeleton, "handle-launch-search", G_CALLBACK (on_launch), self);
}

/**
 * atlas_search_service_new:
 * @provider: (transfer full): what it answers with
 *
 * Returns: (transfer full): the service, not yet registered
 */
GApplication *
atlas_search_service_new (AtlasProvider *provider)
{
  AtlasSearchService *self = g_object_new (ATLAS_TYPE_SEARCH_SERVICE, "application-id", ATLAS_APP_ID ".SearchProvider", "flags", G_APPLICATION_IS_SERVICE,
                                           "inactivity-timeout", IDLE_TIME, NULL);

  self->provider = provider;
  return G_APPLICATION (self);
}
